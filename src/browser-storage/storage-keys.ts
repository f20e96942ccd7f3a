/** The keys of localStorage: choices of this browser, and codes of rejections. Nothing of them is text of an order. */
export const STORAGE_KEYS = {
  language: 'orderdesk.language',
  colorScheme: 'orderdesk.color-scheme',
  characterShortcuts: 'orderdesk.character-shortcuts',
  notifications: 'orderdesk.notify',
  recentOptions: 'orderdesk.options',
  rejections: 'orderdesk.rejections',
  cartTable: 'orderdesk.carts.table',
  lineTable: 'orderdesk.lines.table',
  /** Encrypted for one person each, under the key with the person's mark. */
  cartViews: 'orderdesk.carts.views',
  lineViews: 'orderdesk.lines.views',
  importHeaders: 'orderdesk.import.headers',
  book: 'orderdesk.book',
} as const;

/** The keys of localStorage under which an older version kept its records; see durable-map. */
export const OLD_KEYS = {
  confirmations: 'orderdesk.confirmations',
  followed: 'orderdesk.followed',
  creations: 'orderdesk.creations',
  lateCarts: 'orderdesk.late-carts',
} as const;

/** The database of unsaved text and of the key that encrypts it. */
export const TEXT_DATABASE = 'orderdesk';

/** The database of sent orders and creations. */
export const RECORD_DATABASE = 'orderdesk-records';
export const RECORD_STORES = ['orders', 'creations'] as const;
export type RecordStoreName = (typeof RECORD_STORES)[number];
