import { stringifyLossless } from '~/contract/lossless-json';
import { isInOrder } from '~/contract/list-order';
import { PAGE_SIZE_HEADER, readListPage, readableRows, type ListPage } from '~/contract/list-envelope';
import { operationPath } from '~/contract/operations';
import {
  asksSort,
  encodeListRequest,
  inferPageSize,
  listForm,
  otherListForm,
  otherSort,
  pagingInUrl,
  readListRequest,
  type ListForm,
  type ListRequest,
} from '~/contract/profile/list-request';
import { listFacts, namesIn, type ListName } from '~/contract/profile/server-profile';
import { isWireObject, text } from '~/contract/scalars';
import type { ApiCall } from '~/gateway/orders/api-request';
import type { Forward } from '~/gateway/orders/proxy';
import { isFormRefusal, readAnswer, withBody, withHeaders, type ReadAnswer } from './answers';
import type { ProfileMemory } from './profile-memory';

/** A form, a list of fewer parameters, and none of sort. A server that refuses all of these refuses the filters. */
const MOST_TRIES = 3;

export interface ListReader {
  (call: ApiCall, list: ListName, requestId: string): Promise<Response>;
}

/**
 * Reads lists in the form that the server takes, and learns that form. A refused request goes out once more in another
 * form. The answer gives the page size of this server.
 */
export function createListReader(
  forward: Forward,
  memory: ProfileMemory,
  onRows: (list: ListName, rows: readonly unknown[]) => void,
): ListReader {
  /** The id of the first row of a list without a total. A second page with the same first row repeats the first. */
  const firstRows = new Map<string, string>();

  async function ask(
    call: ApiCall,
    request: ListRequest,
    form: ListForm,
    requestId: string,
  ): Promise<ReadAnswer> {
    const query = encodeListRequest(request, form);
    const target = operationPath(request.list) + (query === '' ? '' : `?${query}`);
    return readAnswer(await forward({ ...call, target }, requestId));
  }

  /** Asks in the known form, and after a refusal in others. */
  async function askInAForm(call: ApiCall, request: ListRequest, requestId: string) {
    const known = listForm(memory.profile(), request);
    const profile = memory.profile();
    const taken = {
      paging: profile[listFacts(request.list).paging] !== undefined,
      sort: profile.sort !== undefined,
    };
    let form = known;
    let refusal: ReadAnswer | null = null;
    for (let tries = 1; ; tries += 1) {
      const answer = await ask(call, request, form, requestId);
      if (!isFormRefusal(answer)) {
        if (answer.response.ok) learnForm(request, form, (refusal ?? answer).response.status);
        return { answer, form };
      }
      if (refusal === null) {
        refusal = answer;
        const fresh = await learnedMeanwhile(request, form);
        if (fresh !== null) {
          form = fresh;
          continue;
        }
      }
      const words = stringifyLossless(answer.body);
      const other = tries < MOST_TRIES ? otherListForm(request, form, words, taken) : null;
      if (other === null) return { answer: refusal, form: known };
      form = other;
    }
  }

  /** The form that another request or another instance has learned; null when it is still the same. */
  async function learnedMeanwhile(request: ListRequest, form: ListForm): Promise<ListForm | null> {
    await memory.reread();
    const fresh = listForm(memory.profile(), request);
    return encodeListRequest(request, fresh) === encodeListRequest(request, form) ? null : fresh;
  }

  function learnForm(request: ListRequest, form: ListForm, status: number): void {
    const facts = listFacts(request.list);
    const { [facts.paging]: names, [facts.pageSize]: size } = memory.profile();
    // The size of pages that none could be asked for: fewer rows can be now.
    const isUnasked = names !== undefined && !asksSize(namesIn(names)) && asksSize(form.paging);
    const { sort } = form;
    const isSortProved = isDateSort(request.sort) && sort !== 'minus' && sort !== 'unasked';
    memory.learn(
      {
        [facts.paging]: form.paging.join(',') || 'none',
        ...(isUnasked && size !== undefined ? { [facts.pageSize]: size.replace('always', 'most') } : {}),
        // A server may sort by some fields only: those of no date teach nothing.
        ...(isSortProved ? { sort } : {}),
      },
      'worked',
      { operation: request.list, status },
    );
  }

  /** Asks once more in the other form of sort where the rows show that the first was passed over. */
  async function obeyedSort(
    call: ApiCall,
    request: ListRequest,
    first: { answer: ReadAnswer; form: ListForm },
    requestId: string,
  ) {
    const { answer, form } = first;
    if (!asksSort(request, form) || !isDateSort(request.sort)) return first;
    const learn = (sort: string) =>
      memory.learn({ sort }, 'worked', { operation: request.list, status: answer.response.status });
    const order = isInOrder(rowsOf(answer), request.sort);
    if (order === true) learn(form.sort);
    if (order !== false || whole(pageOf(answer), form)) return first;
    const other: ListForm = { ...form, sort: form.sort === 'minus' ? otherSort(form.sort) : 'minus' };
    const second = await ask(call, request, other, requestId);
    const isObeyed = second.response.ok && isInOrder(rowsOf(second), request.sort) === true;
    learn(isObeyed ? other.sort : 'none');
    return isObeyed ? { answer: second, form: other } : first;
  }

  function learnPaging(
    request: ListRequest,
    form: ListForm,
    { response, body }: ReadAnswer,
    page: ListPage<unknown>,
  ): void {
    const facts = listFacts(request.list);
    const learned: Partial<Record<string, string>> = {};
    const isUnasked = form.paging.length === 0 && isWireObject(body);
    const paging = isUnasked ? pagingInUrl(body['next'], form) : [];
    if (paging.length > 0) learned[facts.paging] = paging.join(',');
    const size = page.bare ? null : inferPageSize(answeredPage(request, form, page));
    if (size !== null) {
      const isFixed = asksSize(form.paging) ? size > form.pageSize : !asksSize(paging);
      learned[facts.pageSize] = `${isFixed ? 'always' : 'most'}:${size}`;
    }
    memory.learn(learned, 'worked', { operation: request.list, status: response.status });
  }

  /** Finds the end of a list without a total, from a short first page and the page after it. */
  function finishBare(
    request: ListRequest,
    form: ListForm,
    { response }: ReadAnswer,
    page: ListPage<unknown>,
  ): Response {
    const facts = listFacts(request.list);
    const profile = memory.profile();
    const longest = Number(profile[facts.longest] ?? 0);
    const proved = Number(profile[facts.whole] ?? 0);
    const count = page.rows.length;
    const lesson = { operation: request.list, status: response.status };
    const key = JSON.stringify([request.list, request.filters, request.sort]);
    const first = firstId(page);
    const told = (total: number | null) => ({
      [PAGE_SIZE_HEADER]: String(form.pageSize),
      ...(total === null ? {} : { 'X-Total-Count': String(total) }),
    });
    if (request.page === 1) {
      // More than asked for is the whole list: the page cuts it.
      if (count > form.pageSize) {
        memory.learn({ [facts.whole]: String(count) }, 'worked', lesson);
        return response;
      }
      if (count > longest) memory.learn({ [facts.longest]: String(count) }, 'worked', lesson);
      if (count === form.pageSize) return withHeaders(response, told(null));
      if (firstRows.size > 200) firstRows.clear();
      firstRows.set(key, first);
      const isWhole = count < longest || count <= proved;
      return withHeaders(response, {
        ...told(isWhole ? count : null),
        [PAGE_SIZE_HEADER]: String(count || form.pageSize),
      });
    }
    const isFirstAgain = count > 0 && firstRows.get(key) === first;
    if (count > request.pageSize) return response;
    if (count > 0 && !isFirstAgain) {
      return withHeaders(
        response,
        told(count < form.pageSize ? (request.page - 1) * form.pageSize + count : null),
      );
    }
    if (request.page === 2) memory.learn({ [facts.whole]: String(form.pageSize) }, 'worked', lesson);
    return withBody(response, [], told(isFirstAgain ? count : null));
  }

  /** A list that takes no paging parameter at all has no later page. */
  function afterLastPage(request: ListRequest, refusal: Response): Response {
    const facts = listFacts(request.list);
    const { [facts.paging]: paging, [facts.longest]: longest } = memory.profile();
    if (paging !== 'none' || longest === undefined) return refusal;
    memory.learn({ [facts.whole]: longest }, 'worked', { operation: request.list, status: refusal.status });
    return withBody(refusal, [], { 'X-Total-Count': longest }, 200);
  }

  return async (call, list, requestId) => {
    const query = new URL(call.target, 'http://page').searchParams;
    const request = readListRequest(list, query);
    const first = await askInAForm(call, request, requestId);
    if (isFormRefusal(first.answer) && request.page > 1) return afterLastPage(request, first.answer.response);
    if (!first.answer.response.ok) return first.answer.response;
    const { answer, form } = await obeyedSort(call, request, first, requestId);
    const page = pageOf(answer);
    if (!page) return answer.response;
    onRows(list, readableRows(page.rows));
    learnPaging(request, form, answer, page);
    if (page.bare) return finishBare(request, form, answer, page);
    const size = inferPageSize(answeredPage(request, form, page)) ?? form.pageSize;
    if (request.page > 1 && size !== form.pageSize && form.paging.includes('offset')) {
      // The offset was counted in pages of another size: rows would be passed over.
      const again = await ask(call, request, { ...form, pageSize: size }, requestId);
      if (again.response.ok) return withHeaders(again.response, { [PAGE_SIZE_HEADER]: String(size) });
    }
    return withHeaders(answer.response, { [PAGE_SIZE_HEADER]: String(size) });
  };
}

function pageOf({ response, body }: ReadAnswer): ListPage<unknown> | null {
  try {
    return readListPage(body, response.headers, (row) => row);
  } catch {
    return null;
  }
}

/** The id of the first row; '' for none. */
function firstId({ rows }: ListPage<unknown>): string {
  const [first] = readableRows(rows);
  return isWireObject(first) ? text.parse(first['id']) : '';
}

function rowsOf(answer: ReadAnswer): readonly unknown[] {
  return readableRows(pageOf(answer)?.rows ?? []);
}

/** Whether a list came whole: then the browser sorts it. */
function whole(page: ListPage<unknown> | null, form: ListForm): boolean {
  return page !== null && page.rows.length > form.pageSize && (page.bare || page.total === page.rows.length);
}

function answeredPage({ page }: ListRequest, { pageSize }: ListForm, answer: ListPage<unknown>) {
  return {
    page,
    requestedSize: pageSize,
    rowCount: answer.rows.length,
    total: answer.total,
    hasNext: answer.hasNext,
  };
}

function asksSize(paging: readonly string[]): boolean {
  return paging.includes('page_size') || paging.includes('limit');
}

function isDateSort(sort: string): boolean {
  return sort.endsWith('_date');
}
