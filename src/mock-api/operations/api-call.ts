import type { OperationIds } from '~/contract/operations';
import type { WireObject } from '~/contract/scalars';
import type { Clock } from '~/mock-api/store/clock';
import type { Confirmations } from './confirmations';
import type { SortedLines } from '~/mock-api/store/sorted-lines';
import type { Store } from '~/mock-api/store/store';

/** A request, as far as a handler needs to know it. */
export interface OperationCall {
  readonly ids: OperationIds;
  /** The parsed body; undefined when there was none. */
  readonly body: unknown;
  readonly query: URLSearchParams;
}

/** The state that the handlers work on. */
export interface ApiWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly confirmations: Confirmations;
  readonly sortedLines: SortedLines;
}

/** The answer of a handler, in the spelling of the document's tables; the dialect decides its form on the wire. */
export type HandlerAnswer =
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
export type Handler = (world: ApiWorld, call: OperationCall) => HandlerAnswer;
