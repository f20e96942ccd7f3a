import type { LineValues, OrderLine } from '~/contract/order-line';
import { withLeavesFrom, type LeafKey } from '~/domain/line-leaves';
import type { FieldFocus } from './field-focus';

/** What the form of a new line holds, and which fields were typed in since it was sent. */
export interface TypedSince {
  readonly values: LineValues;
  readonly keys: readonly LeafKey[];
  readonly focus: FieldFocus | undefined;
}

/** Text for the form of a line, and the field for the focus. */
export type TypedText = Pick<TypedSince, 'values' | 'focus'>;

const handed = new Map<string, () => TypedSince>();

/** The new line has become one of the API's: hands what is typed into its form, until that goes, to the line's page. */
export function handOver(lineId: string, typedSince: () => TypedSince): void {
  handed.set(lineId, typedSince);
}

/** What was typed since the line was sent, on top of what it has become, and where typing goes on. Given once. */
export function takeTypedSince(line: OrderLine): TypedText | null {
  const typed = handed.get(line.id)?.();
  handed.delete(line.id);
  return typed === undefined
    ? null
    : { values: withLeavesFrom(line, typed.values, typed.keys), focus: typed.focus };
}
