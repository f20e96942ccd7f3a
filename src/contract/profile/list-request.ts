import {
  listFacts,
  namesIn,
  PAGING_NAMES,
  type ListName,
  type PagingName,
  type ServerProfile,
} from './server-profile';
import { REFUSES_KEY } from './line-body';

/** A list request of the page, in our own form: `page` and `page_size`, a leading "-" for descending. */
export interface ListRequest {
  readonly list: ListName;
  /** Filters and search, as they are sent. */
  readonly filters: readonly (readonly [string, string])[];
  /** '' for none. */
  readonly sort: string;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** `none`: no sort is obeyed. `unasked`: none is asked for this time. */
export type SortForm = 'minus' | 'colon' | 'none' | 'unasked';

/** How a server is asked for a list. */
export interface ListForm {
  readonly paging: readonly PagingName[];
  readonly pageSize: number;
  readonly sort: SortForm;
}

const DEFAULT_SIZE = 50;

/** Reads the query of a list request as our page writes it. */
export function readListRequest(list: ListName, query: URLSearchParams): ListRequest {
  const isPaging = (name: string) => PAGING_NAMES.some((paging) => paging === name);
  return {
    list,
    filters: [...query].filter(([name]) => name !== 'sort' && !isPaging(name)),
    sort: query.get('sort') ?? '',
    page: toCount(query.get('page')) ?? 1,
    pageSize: toCount(query.get('page_size')) ?? toCount(query.get('limit')) ?? DEFAULT_SIZE,
  };
}

/** How this server is asked, as far as it is known. */
export function listForm(profile: ServerProfile, request: ListRequest): ListForm {
  return {
    paging: pagingOf(profile, request),
    pageSize: pageSizeOf(profile, request),
    sort: profile.sort === 'colon' || profile.sort === 'none' ? profile.sort : 'minus',
  };
}

function pagingOf(profile: ServerProfile, { list, page, pageSize }: ListRequest): readonly PagingName[] {
  const facts = listFacts(list);
  const names = profile[facts.paging];
  if (names === undefined) return PAGING_NAMES;
  // A first page goes without parameters; a later one of a list that was not whole needs some.
  if (names === 'none' && page > 1 && Number(profile[facts.whole] ?? 0) <= pageSize) return ['page'];
  return PAGING_NAMES.filter((name) => namesIn(names).includes(name));
}

function pageSizeOf(profile: ServerProfile, { list, page, pageSize }: ListRequest): number {
  const facts = listFacts(list);
  const [kind, rows = 0] = (profile[facts.pageSize] ?? '').split(':');
  if (kind === 'always') return Number(rows);
  if (kind === 'most') return Math.min(pageSize, Number(rows));
  // A first page without a total may be cut: the next begins after its last row.
  const longest = Number(profile[facts.longest] ?? 0);
  return page > 1 && longest > 0 ? Math.min(pageSize, longest) : pageSize;
}

/** The query in a server's form. The order of its parts is fixed: filters, search, sort, paging. */
export function encodeListRequest(request: ListRequest, form: ListForm): string {
  const params = new URLSearchParams(request.filters.map(([name, value]) => [name, value]));
  const sort = encodeSort(request.sort, form.sort);
  if (sort !== '') params.set('sort', sort);
  const values: Readonly<Record<PagingName, number>> = {
    page: request.page,
    page_size: form.pageSize,
    limit: form.pageSize,
    offset: (request.page - 1) * form.pageSize,
  };
  for (const name of form.paging) params.set(name, String(values[name]));
  return params.toString();
}

function encodeSort(sort: string, form: SortForm): string {
  if (sort === '' || form === 'none' || form === 'unasked') return '';
  if (form === 'minus') return sort;
  return sort.startsWith('-') ? `${sort.slice(1)}:desc` : `${sort}:asc`;
}

/** Whether a request in a form asks for a sort. */
export function asksSort(request: ListRequest, form: ListForm): boolean {
  return encodeSort(request.sort, form.sort) !== '';
}

/** Which parts of a form this server has taken before. */
export interface TakenForm {
  readonly paging: boolean;
  readonly sort: boolean;
}

/**
 * The form to try after a refusal (400 or 422) of `form`. null when the refusal is about a filter, or nothing is left
 * to try. `words` is the refusal as text: a parameter that it names is left out, with its companions. Where it names
 * nothing, a proved part is in doubt only in a request without filters.
 */
export function otherListForm(
  request: ListRequest,
  form: ListForm,
  words: string,
  taken: TakenForm,
): ListForm | null {
  const isNamed = (name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(words);
  const named = form.paging.filter(isNamed);
  const isSorted = asksSort(request, form);
  const isSortNamed = isSorted && isNamed('sort');
  if (named.length > 0 || isSortNamed) {
    return {
      ...form,
      paging: withoutNamed(form.paging, named),
      sort: isSortNamed ? sortAfter(form.sort, named.length === 0 && REFUSES_KEY.test(words)) : form.sort,
    };
  }
  if (request.filters.some(([name]) => isNamed(name))) return null;
  const isFiltered = request.filters.length > 0;
  // A later page needs the right parameters: they are found first, without a sort. A later request asks for that.
  if (request.page > 1 && !taken.paging) {
    const paging = fewerParameters(request.page, form.paging);
    return paging && { ...form, paging, sort: 'unasked' };
  }
  if (isSorted && taken.paging && !taken.sort) return { ...form, sort: otherSort(form.sort) };
  const paging = isFiltered && taken.paging ? null : fewerParameters(request.page, form.paging);
  const variesSort = isSorted && !(isFiltered && taken.sort);
  if (paging === null && !variesSort) return null;
  return {
    ...form,
    paging: paging ?? form.paging,
    sort: variesSort ? otherSort(form.sort) : form.sort,
  };
}

/** A server that does not know the parameter takes no form of it. */
function sortAfter(form: SortForm, isUnknown: boolean): SortForm {
  return isUnknown ? 'none' : otherSort(form);
}

export function otherSort(form: SortForm): SortForm {
  return form === 'minus' ? 'colon' : 'none';
}

/** A server that stops at its first complaint names one of two companions. */
function withoutNamed(paging: readonly PagingName[], named: readonly PagingName[]): PagingName[] {
  const has = (name: PagingName) => named.includes(name);
  const dropped = new Set<PagingName>(named);
  if (has('page')) dropped.add('page_size');
  else if (has('page_size') && !has('offset')) dropped.add('limit').add('offset');
  else if (has('limit') || (has('offset') && !has('page_size'))) dropped.add('limit').add('offset');
  return paging.filter((name) => !dropped.has(name));
}

/** The first page needs no parameter at all: the document has none. null when there are no fewer. */
function fewerParameters(page: number, paging: readonly PagingName[]): readonly PagingName[] | null {
  if (paging.length === 0) return null;
  if (page === 1) return [];
  if (paging.length > 1 && paging.includes('page')) return ['page'];
  return paging.includes('page') ? ['limit', 'offset'] : null;
}

/** The paging parameters that the URL of a next page has and the request had not. */
export function pagingInUrl(url: unknown, form: ListForm): readonly PagingName[] {
  if (typeof url !== 'string') return [];
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  return PAGING_NAMES.filter((name) => query.has(name) && !form.paging.includes(name));
}

interface AnsweredPage {
  readonly page: number;
  readonly requestedSize: number;
  readonly rowCount: number;
  readonly total: number | null;
  readonly hasNext: boolean | null;
}

/** The page size that an answer shows, where it is not the one asked for; null otherwise. */
export function inferPageSize({
  page,
  requestedSize,
  rowCount,
  total,
  hasNext,
}: AnsweredPage): number | null {
  if (rowCount === 0 || rowCount === requestedSize) return null;
  if (page === 1) return (hasNext ?? (total ?? 0) > rowCount) ? rowCount : null;
  if (hasNext === true) return rowCount;
  if (total === null || (page - 1) * requestedSize + rowCount === total) return null;
  if (hasNext === null && page * rowCount <= total) return rowCount;
  const size = (total - rowCount) / (page - 1);
  return Number.isInteger(size) && size >= rowCount ? size : null;
}

function toCount(text: string | null): number | null {
  const count = Number(text);
  return text !== null && Number.isSafeInteger(count) && count >= 1 ? count : null;
}
