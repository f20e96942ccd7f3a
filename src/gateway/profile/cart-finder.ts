import { momentOf } from '~/contract/moments';
import { operationPath } from '~/contract/operations';
import { isWireObject, text, wireObjects, type WireObject } from '~/contract/scalars';
import { readListPage, readableRows } from '~/contract/list-envelope';
import { listRequestQuery, PAGE_SIZE, type LineListQuery } from '~/contract/list-query';
import type { ApiCall } from '~/gateway/orders/api-request';
import type { Forward } from '~/gateway/orders/proxy';
import { jsonOf } from '~/gateway/http/whole-response';

/** Ids alone, in the order of their use. */
const MOST = 20_000;

/**
 * Finds the cart of a line, which "Order line detail" does not promise. A row of the list or a cart may have shown it
 * before. Else the list is searched: by the line's reference, its names, or the minute of its creation.
 */
export function createCartFinder(readLines: Forward) {
  const carts = new Map<string, string>();

  function note(lineId: string, cartId: string): void {
    if (lineId === '' || cartId === '') return;
    carts.delete(lineId);
    carts.set(lineId, cartId);
    const [oldest] = carts.keys();
    if (carts.size > MOST && oldest !== undefined) carts.delete(oldest);
  }

  function noteRows(rows: readonly unknown[]): void {
    for (const row of rows) {
      if (isWireObject(row)) note(text.parse(row['id']), text.parse(row['product_order_id']));
    }
  }

  async function search(filters: Filters, detail: ApiCall, requestId: string): Promise<void> {
    const query = listRequestQuery({ filters, page: 1, pageSize: PAGE_SIZE });
    const target = `${operationPath('listLines')}?${query}`;
    const call: ApiCall = { ...detail, operation: 'listLines', ids: {}, target };
    const answer = await readLines(call, requestId);
    if (!answer.ok) return;
    try {
      noteRows(readableRows(readListPage(await jsonOf(answer), answer.headers, (row) => row).rows));
    } catch {
      // No list: the cart stays unknown.
    }
  }

  return {
    noteRows,
    /** The id of the cart of a line as `detail` has read it; null when nothing shows it. */
    cartOf: async (line: WireObject, detail: ApiCall, requestId: string): Promise<string | null> => {
      const lineId = text.parse(line['id']);
      for (const filters of searchesFor(line)) {
        if (carts.has(lineId)) break;
        await search(filters, detail, requestId);
      }
      return carts.get(lineId) ?? null;
    },
  };
}

type Filters = LineListQuery['filters'];

const MINUTE_MS = 60_000;

/** The searches that can show the row of a line, the narrowest first. Some servers fill no reference before confirmation. */
function searchesFor(line: WireObject): readonly Filters[] {
  const references = ['order_reference', 'temporary_reference'] as const;
  const names = ['customer_order_name', 'end_customer_name'] as const;
  const filled = (fields: readonly (keyof Filters)[]) =>
    fields.filter((field) => text.parse(line[field]) !== '').slice(0, 1);
  const byField = [...filled(references), ...filled(names)].map((field) => ({
    [field]: text.parse(line[field]),
  }));
  const created = creationOf(line);
  const around = (ms: number) => new Date(ms).toISOString();
  return created === null
    ? byField
    : [
        ...byField,
        { creation_date_gt: around(created - MINUTE_MS), creation_date_lt: around(created + MINUTE_MS) },
      ];
}

/** The detail promises no creation date, but the history of the states begins with it; null without one. */
function creationOf(line: WireObject): number | null {
  const [first] = wireObjects(line['state_change']);
  const at = momentOf(text.parse(line['creation_date']) || text.parse(first?.['change_date']));
  return Number.isNaN(at) ? null : at;
}
