import { emptyContact, type ContactValues } from '~/contract/contact';
import { emptyLineValues, type LineScalars, type TerminationError } from '~/contract/order-line';
import { deriveCartState } from '~/domain/lifecycles/cart-lifecycle';
import { computedEnni } from './computed-enni';
import { asOrderLine } from './order-line-answers';
import { historyOf } from './line-history';
import type { Store } from './store';
import type { StoredCart } from './stored-order';
import type { LineContent, LineStatus } from './stored-order';
import { DAY, type Moment } from '~/mock-api/wire/wire-times';

/** A line as a test gives it: the scalars by their own names, the rest below. */
export interface GivenLine extends Partial<LineScalars> {
  /** A UUID unless told. */
  readonly id?: string;
  /** Changes to the one entry of the contact block; null for no entry at all. */
  readonly contact?: Partial<ContactValues> | null;
  /** Its history follows from it; created unless told. */
  readonly state?: string;
  /** How long ago it was created; as long as its cart unless told. */
  readonly daysOld?: number;
  readonly order_reference?: string;
  readonly temporary_reference?: string;
  readonly termination_error?: readonly TerminationError[];
  /** Cancelled a day ago, for this reason. */
  readonly cancelled?: string;
}

export interface GivenCart {
  /** A UUID unless told. */
  readonly id?: string;
  readonly external_id?: string;
  readonly project_id?: string;
  /** Follows from its lines unless told. */
  readonly state?: string;
  readonly daysOld?: number;
  /** How long ago it was cancelled; not at all unless told. */
  readonly cancelledDaysAgo?: number;
  readonly lines?: readonly GivenLine[];
}

export interface GivenIds {
  readonly cartId: string;
  /** In the order in which the lines were given. */
  readonly lineIds: readonly string[];
  /** The first line's. Throws when the cart has none. */
  readonly lineId: string;
}

/** A cart, by default a draft without lines. */
export function aCart(cart: GivenCart = {}): GivenCart {
  return cart;
}

/** A line, by default a draft that is complete and lawful: a dedicated fibre access in Mont-Saint-Aignan. */
export function aLine(line: GivenLine = {}): GivenLine {
  return { ...LAWFUL_LINE, ...line };
}

const LAWFUL_LINE: GivenLine = {
  end_customer_name: 'Menuiserie Kerbrat',
  customer_order_name: 'Siège Menuiserie Kerbrat',
  product_offering_id: '2173',
  product_offering_qualification_item_id: 'd5a4a9aa-ba2c-4f53-95c7-0c1ce6f6e7fa',
  offer_family: 'BPE',
  offer_technology: 'FIBDE',
  enni: 'AZ001234',
  vlan_reference: '1257',
};

const LAWFUL_CONTACT: ContactValues = {
  ...emptyContact(),
  end_customer_name: 'Menuiserie Kerbrat',
  siret: '73282932000074',
  contact1_email_address: 'maelle.kerbrat@kerbrat.example.fr',
  contact1_firstname: 'Maëlle',
  contact1_lastname: 'Kerbrat',
  contact1_phone_number: '0199001234',
  city: 'Mont-Saint-Aignan',
  postcode: '76130',
  street_name: 'Rue Andreï Sakharov',
  street_number: '4',
  insee_code: '76451',
  latitude: '49.4744077',
  longitude: '1.091455',
};

/** Puts a given cart into the store, past every rule, and says under which ids. */
export function putGiven(store: Store, now: Moment, given: GivenCart): GivenIds {
  const created = now - (given.daysOld ?? 0) * DAY;
  const cart: StoredCart = store.addCart({
    id: given.id ?? crypto.randomUUID(),
    external_id: given.external_id ?? '',
    project_id: given.project_id ?? '',
    state: 'created',
    creation_date: created,
    order_date: null,
    completion_date: null,
    cancellation_date: given.cancelledDaysAgo === undefined ? null : now - given.cancelledDaysAgo * DAY,
    lines: [],
  });
  const lines = (given.lines ?? []).map(({ id = crypto.randomUUID(), ...line }) =>
    store.addLine(cart, id, toContent(store, now, line, created)),
  );
  cart.state = given.state ?? deriveCartState(lines.map(asOrderLine));
  if (cart.state !== 'created') cart.order_date = created;
  if (cart.state !== 'created' && cart.state !== 'in_progress') cart.completion_date = created;
  const lineIds = lines.map(({ id }) => id);
  return {
    cartId: cart.id,
    lineIds,
    get lineId() {
      const [first] = lineIds;
      if (first === undefined) throw new Error('The given cart has no line');
      return first;
    },
  };
}

function toContent(store: Store, now: Moment, given: GivenLine, cartCreated: Moment): LineContent {
  const {
    contact,
    state = 'created',
    daysOld,
    order_reference,
    temporary_reference,
    termination_error,
    cancelled,
    ...scalars
  } = given;
  const created = daysOld === undefined ? cartCreated : now - daysOld * DAY;
  const status: LineStatus = {
    ...historyOf(state, created, created, created),
    order_reference: order_reference ?? (state === 'created' ? '' : store.nextReference(created)),
    temporary_reference: temporary_reference ?? store.nextReference(created),
    building_ref: '',
    completion_date: null,
    cancellation_date: cancelled === undefined ? null : now - DAY,
    cancellation_reason: cancelled ?? '',
    termination_error: termination_error ?? [],
  };
  const values = {
    ...emptyLineValues(),
    ...scalars,
    related_contact_information:
      contact === null ? [] : [{ ...emptyContact(), ...LAWFUL_CONTACT, ...contact }],
  };
  return {
    values: values.offer_family === 'DIA' ? { ...values, enni: computedEnni(values) } : values,
    status,
  };
}
