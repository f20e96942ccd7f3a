import type { ErrorStyle } from './error-bodies';

/** The ways in which two servers can differ and both follow the document. */
export interface Dialect {
  readonly list:
    | 'count-results'
    | 'items-count'
    | 'bare'
    | 'bare-pages'
    | 'bare-with-total'
    | 'bare-with-link';
  /** The paging parameters that this server knows. */
  readonly paging: 'any' | 'page' | 'offset' | 'page-only';
  /** Of query parameters and of keys in a body that this server does not know. */
  readonly unknownQuery: 'ignored' | 'refused';
  readonly unknownKeys: 'ignored' | 'refused';
  /** Rows of a page: as many as asked for, a number at most, or always the same number. */
  readonly pages: 'as-asked' | 'at-most-25' | 'always-20';
  readonly sort: 'minus' | 'colon' | 'refused' | 'ignored';
  /** Of the two spellings of the second ENNI and the CPE's network number, the examples' or the tables'. */
  readonly spelling: 'examples' | 'tables';
  /** Whether a write may use the other spelling too; else it is an unknown key. */
  readonly reads: 'both-spellings' | 'own-spelling';
  readonly vlan: 'number' | 'text';
  /** Whether a write may give the VLAN in the other type too. */
  readonly vlanTaken: 'either' | 'own';
  readonly nulls: 'taken' | 'refused';
  /** How an answer shows a field of a line that is not filled. */
  readonly empties: 'as-stored' | 'null' | 'left-out';
  /** Whether a contact has keys that the document does not have. */
  readonly contactKeys: 'document' | 'more';
  /** Whether a line outside the list says its cart, which its tables do not have. */
  readonly lineCart: 'shown' | 'left-out';
  /** Whether a cart with its lines says its state and dates, which the document does not promise. */
  readonly cartDetail: 'promised' | 'with-state';
  readonly confirmAnswer: 'cart' | 'header' | 'nothing';
  readonly errors: ErrorStyle;
  /** Whether the refusal of a body, or of a query, names all that is wrong, its first fault, or nothing. */
  readonly complaints: 'all' | 'first' | 'none';
  readonly queryComplaints: 'all' | 'first' | 'none';
  /** States that this server calls by a word that the document does not have. */
  readonly states: Readonly<Record<string, string>>;
}

/** The examples of the document, to the letter. */
export const EXAMPLES_DIALECT: Dialect = {
  list: 'count-results',
  paging: 'any',
  unknownQuery: 'ignored',
  unknownKeys: 'ignored',
  pages: 'as-asked',
  sort: 'minus',
  spelling: 'examples',
  reads: 'both-spellings',
  vlan: 'number',
  vlanTaken: 'either',
  nulls: 'taken',
  empties: 'as-stored',
  contactKeys: 'document',
  lineCart: 'shown',
  cartDetail: 'promised',
  confirmAnswer: 'cart',
  errors: 'django-rest',
  complaints: 'all',
  queryComplaints: 'all',
  states: {},
};

/** The answers that depart furthest from the examples within the document. */
export const OTHER_DIALECT: Dialect = {
  ...EXAMPLES_DIALECT,
  list: 'items-count',
  spelling: 'tables',
  reads: 'own-spelling',
  vlan: 'text',
  cartDetail: 'with-state',
  confirmAnswer: 'header',
  errors: 'loc-msg',
  states: { held_adv_validation: 'technical_error' },
};

const OTHER_SPELLING: Readonly<Record<string, string>> = {
  enni_2: 'enni2',
  cpe_networking_number: 'cpe_network_number',
};

/** A field's name as this server spells it. */
export function spell(dialect: Dialect, name: string): string {
  return dialect.spelling === 'examples' ? (OTHER_SPELLING[name] ?? name) : name;
}
