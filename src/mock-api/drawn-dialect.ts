import { Random } from '~/mock-api/demo/random';
import type { Dialect } from '~/mock-api/http/dialects';

type Drawn = Omit<Dialect, 'states'>;

/** Every choice of a server, each time one of several. */
const CHOICES: { readonly [Name in keyof Drawn]: readonly [Drawn[Name], ...Drawn[Name][]] } = {
  list: ['count-results', 'items-count', 'bare', 'bare-pages', 'bare-with-total', 'bare-with-link'],
  paging: ['any', 'page', 'offset', 'page-only'],
  unknownQuery: ['ignored', 'refused'],
  unknownKeys: ['ignored', 'refused'],
  pages: ['as-asked', 'at-most-25', 'always-20'],
  sort: ['minus', 'colon', 'refused', 'ignored'],
  spelling: ['examples', 'tables'],
  reads: ['both-spellings', 'own-spelling'],
  vlan: ['number', 'text'],
  vlanTaken: ['either', 'own'],
  nulls: ['taken', 'refused'],
  empties: ['as-stored', 'null', 'left-out'],
  contactKeys: ['document', 'more'],
  lineCart: ['shown', 'left-out'],
  cartDetail: ['promised', 'with-state'],
  confirmAnswer: ['cart', 'header', 'nothing'],
  errors: ['django-rest', 'loc-msg', 'loc-payload', 'problem'],
  // A server that names one of several refusals takes one try for each kind of form.
  complaints: ['all'],
  queryComplaints: ['all', 'first', 'none'],
};

/** A server drawn by a seed: the same seed gives the same server. `fixed` choices are not drawn. */
export function drawDialect(seed: number, fixed: Partial<Dialect> = {}): Dialect {
  const random = new Random(seed);
  return {
    list: random.pick(CHOICES.list),
    paging: random.pick(CHOICES.paging),
    unknownQuery: random.pick(CHOICES.unknownQuery),
    unknownKeys: random.pick(CHOICES.unknownKeys),
    pages: random.pick(CHOICES.pages),
    sort: random.pick(CHOICES.sort),
    spelling: random.pick(CHOICES.spelling),
    reads: random.pick(CHOICES.reads),
    vlan: random.pick(CHOICES.vlan),
    vlanTaken: random.pick(CHOICES.vlanTaken),
    nulls: random.pick(CHOICES.nulls),
    empties: random.pick(CHOICES.empties),
    contactKeys: random.pick(CHOICES.contactKeys),
    lineCart: random.pick(CHOICES.lineCart),
    cartDetail: random.pick(CHOICES.cartDetail),
    confirmAnswer: random.pick(CHOICES.confirmAnswer),
    errors: random.pick(CHOICES.errors),
    complaints: random.pick(CHOICES.complaints),
    queryComplaints: random.pick(CHOICES.queryComplaints),
    states: {},
    ...fixed,
  };
}
