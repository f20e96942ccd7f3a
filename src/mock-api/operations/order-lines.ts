import { readPropertyPath } from '~/contract/property-path';
import { readOrderLine, type LineValues, type OrderLine } from '~/contract/order-line';
import { missingToCreate } from '~/domain/lines/confirmation-readiness';
import { fieldLock } from '~/domain/fields/field-lock';
import { isDia } from '~/domain/fields/offer-rules';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import type { OperationCall, ApiWorld, Handler } from './api-call';
import { cartWithLines } from './cart-answers';
import { computedEnni } from '~/mock-api/store/computed-enni';
import { asOrderLine, fullLine, lineListRow, writtenLine } from '~/mock-api/store/order-line-answers';
import { findLines } from './order-line-filters';
import { readListWindow } from './list-window';
import { invalid, notADraft, notFound } from '~/mock-api/wire/api-refusal';
import { readSentLine, type SentLine } from './sent-line';
import { pickLineValues, type StoredLine } from '~/mock-api/store/stored-order';

/** POST: "Creating an Order Line". */
const createLine: Handler = ({ store, clock }, { ids, body }) => {
  const cart = store.cart(ids.cartId);
  const sent = readSentLine(body);
  if (cart.state !== 'created') throw notADraft();
  const now = clock.now();
  const values = lawfulValues(readOrderLine({ id: 'new', ...Object.fromEntries(sent) }));
  const line = store.addLine(cart, crypto.randomUUID(), {
    values,
    status: {
      state: 'created',
      order_reference: '',
      temporary_reference: store.nextReference(now),
      building_ref: '',
      creation_date: now,
      order_date: null,
      completion_date: null,
      cancellation_date: null,
      cancellation_reason: '',
      state_change: [{ state: 'created', change_date: now, change_reason: '' }],
      termination_error: [],
    },
  });
  return { kind: 'line', status: 201, line: writtenLine(line) };
};

/** PATCH: "Updating Order Line Information". Fields that are sent replace, the contact block as a whole. */
const updateLine: Handler = ({ store }, { ids, body }) => {
  const line = lineOfCart(store, ids);
  const saved = asOrderLine(line);
  const sent = readSentLine(body);
  if (!isDraft(saved)) throw notADraft();
  refuseLocked(saved, sent);
  const values = lawfulValues(readOrderLine({ ...fullLine(line), ...Object.fromEntries(sent) }));
  store.changeLine(line.id, { values });
  return { kind: 'line', status: 200, line: writtenLine(line) };
};

/** DELETE: "Deleting order line"; answers the cart with its remaining lines. */
const deleteLine: Handler = ({ store }, { ids }) => {
  const line = lineOfCart(store, ids);
  if (!isDraft(asOrderLine(line))) throw notADraft();
  store.removeLine(line.id);
  return { kind: 'cart', cart: cartWithLines(line.cart) };
};

/** GET: "List of order lines". */
const listLines: Handler = ({ sortedLines }, { query }) => {
  const page = readListWindow(query);
  const found = findLines(sortedLines, query);
  return {
    kind: 'list',
    list: {
      count: found.length,
      page,
      rows: (start, end) => found.slice(start, end).map(({ row }) => lineListRow(row)),
    },
  };
};

/** GET: "Order line detail". */
const readLine: Handler = ({ store }, { ids }) => ({
  kind: 'line',
  status: 200,
  line: fullLine(store.line(ids.lineId)),
});

function lineOfCart(store: ApiWorld['store'], ids: OperationCall['ids']): StoredLine {
  const cart = store.cart(ids.cartId);
  const line = store.line(ids.lineId);
  if (line.cart !== cart) throw notFound();
  return line;
}

function refuseLocked(saved: OrderLine, sent: SentLine): void {
  const complaints = [...sent.keys()].flatMap((field) => {
    const lock = fieldLock(saved, field, saved);
    // No other lock is refused. The ENNI of a DIA line is replaced; an earlier check covers the draft state.
    return lock === 'quote' || lock === 'creation-only' ? [{ path: [field], message: LOCKED[lock] }] : [];
  });
  if (complaints.length > 0) throw invalid(complaints);
}

const LOCKED = {
  quote: 'This field cannot be edited: the order originates from a quotation.',
  'creation-only': 'This field can only be set when the order line is created.',
};

/** The values to keep. Throws a 400 when something that every line needs is missing. */
function lawfulValues(wanted: OrderLine): LineValues {
  const missing = missingToCreate(wanted);
  if (missing.length > 0)
    throw invalid(
      missing.map(({ key }) => ({ path: readPropertyPath(key), message: 'This field is required.' })),
    );
  const values = pickLineValues(wanted);
  return isDia(values) ? { ...values, enni: computedEnni(values) } : values;
}

/** By the names of the contract's operations. */
export const orderLineHandlers = { createLine, updateLine, deleteLine, listLines, readLine };
