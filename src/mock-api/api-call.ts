import type { OperationIds } from '~/contract/operations';
import type { WireObject } from '~/contract/scalars';
import type { Clock } from './clock';
import type { Confirmations } from './confirmations';
import type { SortedLines } from './sorted-lines';
import type { Store } from './store';

/** A request, as far as a handler needs to know it. */
export interface ApiCall {
  readonly ids: OperationIds;
  /** The parsed body; undefined when there was none. */
  readonly body: unknown;
  readonly query: URLSearchParams;
}

/** What the handlers work on. */
export interface ApiWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly confirmations: Confirmations;
  readonly sortedLines: SortedLines;
}

/** What a handler has to say, in the spelling of the document's tables; the dialect says how it goes out. */
export type Answer =
  | { readonly kind: 'line'; readonly status: 200 | 201; readonly line: WireObject }
  | { readonly kind: 'cart'; readonly cart: WireObject }
  | { readonly kind: 'confirmed'; readonly cart: WireObject }
  | { readonly kind: 'header'; readonly status: 200 | 201; readonly header: WireObject }
  | { readonly kind: 'list'; readonly list: AnsweredList }
  | { readonly kind: 'nothing' };

export interface AnsweredList {
  /** How many rows match in all. */
  readonly count: number;
  readonly page: ListWindow;
  /** The rows from `start` to `end`. */
  rows(start: number, end: number): WireObject[];
}

/** Which part of a list is asked for. */
export interface ListWindow {
  readonly offset: number;
  readonly size: number;
}

/** Acts on a request. Throws a Refusal when the API refuses it. */
export type Handler = (world: ApiWorld, call: ApiCall) => Answer;
