/*
 * The routes of the product. The app draws them, the gateway preloads their first screen, and the build lists the scripts
 * of each. This file imports nothing, since the build reads it.
 */

/** Pieces of text per language, as `src/i18n` has them; each piece needs those before it. */
export const TEXT_PIECES = ['first', 'editor', 'rest'] as const;
export type TextPiece = (typeof TEXT_PIECES)[number];

export interface Route {
  /** As the router writes it: `$name` stands for one segment. */
  readonly path: string;
  /** The chunk of the build that draws it, by its name in `vite.config.ts`. */
  readonly chunk: string;
  /** Chunks of which its data asks for one. They are not preloaded. */
  readonly views?: readonly string[];
  /** The last piece of text that it waits for. */
  readonly texts: TextPiece;
  /** The list that it requests first. */
  readonly list?: 'lines' | 'carts';
}

export const ROUTES = {
  lines: { path: '/lines', chunk: 'lists', texts: 'first', list: 'lines' },
  changeLines: { path: '/lines/change', chunk: 'changes', texts: 'rest' },
  line: { path: '/lines/$lineId', chunk: 'line', views: ['editor', 'details'], texts: 'editor' },
  newLine: { path: '/carts/$cartId/lines/new', chunk: 'editor-tools', texts: 'rest' },
  carts: { path: '/carts', chunk: 'list-tools', texts: 'rest', list: 'carts' },
  cart: { path: '/carts/$cartId', chunk: 'cart', texts: 'rest' },
  confirmCart: { path: '/carts/$cartId/confirm', chunk: 'order', texts: 'rest' },
  receipt: { path: '/carts/$cartId/record', chunk: 'order', texts: 'rest' },
  importLines: { path: '/carts/$cartId/import', chunk: 'import', texts: 'rest' },
  batches: { path: '/batches', chunk: 'batches', texts: 'rest' },
  batch: { path: '/batches/$batchId', chunk: 'batches', texts: 'rest' },
  server: { path: '/server', chunk: 'server', texts: 'rest' },
  signIn: { path: '/sign-in', chunk: 'frame', texts: 'rest' },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

/** The pieces of text that a route waits for. */
export function textsOf({ texts }: Route): readonly TextPiece[] {
  return TEXT_PIECES.slice(0, TEXT_PIECES.indexOf(texts) + 1);
}
