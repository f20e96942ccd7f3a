/*
 * The profile of a server: its choices where the API's document is silent or contradicts itself. The gateway learns it
 * and applies it. Every fact is one short text; an absent fact is not known yet.
 */

/** The four paging parameters that are asked for; the document names none. */
export const PAGING_NAMES = ['page', 'page_size', 'limit', 'offset'] as const;
export type PagingName = (typeof PAGING_NAMES)[number];

export type ListName = 'listCarts' | 'listLines';

const NAMES = /^[\w.-]{1,64}(,[\w.-]{1,64}){0,63}$/;
const COUNT = /^\d{1,6}$/;
const PAGE_SIZE = /^(most|always):[1-9]\d{0,5}$/;
const PAGING = /^(none|(page|page_size|limit|offset)(,(page|page_size|limit|offset)){0,3})$/;

/** The values of a fact: one of a few words, or a text of a form. */
const FACTS = {
  /** Paging parameters of a list, by commas; `none` for a list that takes none. */
  carts_paging: PAGING,
  lines_paging: PAGING,
  /** `most:25` caps the requested size, `always:25` ignores it. */
  carts_page_size: PAGE_SIZE,
  lines_page_size: PAGE_SIZE,
  /** The longest first page without a total: its size may be a cut. */
  carts_longest: COUNT,
  lines_longest: COUNT,
  /** The longest such answer that was proved to be the whole list. */
  carts_whole: COUNT,
  lines_whole: COUNT,
  /** Descending order as `-field` or `field:desc`; `none` where no sort is obeyed. */
  sort: ['minus', 'colon', 'none'],
  enni_2: ['enni_2', 'enni2'],
  cpe_networking_number: ['cpe_networking_number', 'cpe_network_number'],
  vlan: ['number', 'text'],
  /** Whether null may be sent, "" for a text, and "" for a number or a date. */
  nulls: ['taken', 'refused'],
  blanks: ['taken', 'refused'],
  blank_numbers: ['taken', 'refused'],
  /** Keys of a contact entry that the server shows and refuses. */
  keys_not_taken: NAMES,
  /** The fields of a line that this server has shown: in a line's detail, and in a cart. */
  detail_fields: NAMES,
  cart_fields: NAMES,
} as const satisfies Record<string, RegExp | readonly string[]>;

export type FactName = keyof typeof FACTS;
export type ServerProfile = Readonly<Partial<Record<FactName, string>>>;

function isFactName(name: string): name is FactName {
  return name in FACTS;
}

export const FACT_NAMES: readonly FactName[] = Object.keys(FACTS).filter(isFactName);

/** The facts of a few words, which a person can set. */
export function factChoices(name: FactName): readonly string[] {
  const rule = FACTS[name];
  if (rule === PAGING)
    return ['page,page_size,limit,offset', 'page,page_size', 'limit,offset', 'page', 'none'];
  return 'source' in rule ? [] : rule;
}

/** Whether a fact may have this value. */
export function isFact(name: string, value: unknown): name is FactName {
  if (!isFactName(name) || typeof value !== 'string') return false;
  const rule = FACTS[name];
  return 'source' in rule ? rule.test(value) : rule.some((choice) => choice === value);
}

/** Whether a fact lists names of any number. */
export function isListOfNames(name: FactName): boolean {
  return FACTS[name] === NAMES;
}

/** The names in a fact that lists some. */
export function namesIn(fact: string | undefined): readonly string[] {
  return fact === undefined || fact === '' || fact === 'none' ? [] : fact.split(',');
}

/** A fact with more names, without repetition; at most 64 stay. */
export function withNames(fact: string | undefined, names: readonly string[]): string {
  return [...new Set([...namesIn(fact), ...names])].slice(0, 64).join(',');
}

/** The facts of one of the two lists. */
export function listFacts(list: ListName) {
  return list === 'listCarts'
    ? ({
        paging: 'carts_paging',
        pageSize: 'carts_page_size',
        longest: 'carts_longest',
        whole: 'carts_whole',
      } as const)
    : ({
        paging: 'lines_paging',
        pageSize: 'lines_page_size',
        longest: 'lines_longest',
        whole: 'lines_whole',
      } as const);
}
