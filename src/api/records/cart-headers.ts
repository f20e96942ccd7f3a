/** What the last reading of each cart carried under one header, unparsed. */
export interface CartHeaders {
  /** Notes what a reading of a cart shows; null for nothing. */
  readonly note: (cartId: string, text: string | null) => void;
  readonly of: (cartId: string) => string | null;
  /** Calls back with the cart at each reading with a header, and when it has none any more. Gives the end of that. */
  readonly subscribe: (listener: (cartId: string) => void) => () => void;
}

export function createCartHeaders(): CartHeaders {
  const listeners = new Set<(cartId: string) => void>();
  const textsByCart = new Map<string, string>();
  const of = (cartId: string) => textsByCart.get(cartId) ?? null;
  return {
    of,
    note: (cartId, text) => {
      if (text === null && of(cartId) === null) return;
      if (text === null) textsByCart.delete(cartId);
      else textsByCart.set(cartId, text);
      for (const listener of listeners) listener(cartId);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
