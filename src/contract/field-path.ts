import { canonicalFieldName } from './order-line';

/** Where in a line a message points, outermost first: `['related_contact_information', 0, 'siret']`. */
export type FieldPath = readonly (string | number)[];

/**
 * Reads a path as errors and `termination_error.property_path` write it: `a[0].b`, `a.0.b`, `a/0/b`, `/a/0/b`,
 * `["body", "a", 0, "b"]`. Either spelling of a field becomes ours. Empty when it names nothing.
 */
export function readFieldPath(raw: unknown): FieldPath {
  const parts: unknown[] = Array.isArray(raw) ? raw : typeof raw === 'string' ? [raw] : [];
  const path = parts
    .flatMap((part) => (typeof part === 'string' ? splitPath(part) : part))
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .map((part) => (typeof part === 'string' && /^\d+$/.test(part) ? Number(part) : part))
    .map((part) => (typeof part === 'string' ? canonicalFieldName(part) : part));
  return intoContact(path[0] === 'body' ? path.slice(1) : path);
}

/** A contact's field named without an entry is the first entry's: usually there is no other. */
function intoContact(path: FieldPath): FieldPath {
  return path.flatMap((part, index) =>
    part === 'related_contact_information' && typeof path[index + 1] === 'string' ? [part, 0] : [part],
  );
}

function splitPath(path: string): string[] {
  return path
    .replaceAll(/\[["']?([^\]"']*)["']?\]/g, '.$1')
    .split(/[./]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '$' && part !== '#');
}

export interface LinePath {
  /** Which line of the cart, from 0; null when the path starts inside a line. */
  readonly lineIndex: number | null;
  readonly path: FieldPath;
}

/** Splits a path that may start at the cart (`product_order_item`, 1, `enni`) into the line and the path inside it. */
export function toLinePath(path: FieldPath): LinePath {
  const [first, second, ...rest] = path;
  if (first === 'product_order' && second !== undefined) return toLinePath(path.slice(1));
  if (first !== 'product_order_item' || second === undefined) return { lineIndex: null, path };
  return typeof second === 'number'
    ? { lineIndex: second, path: rest }
    : { lineIndex: null, path: [second, ...rest] };
}

/** One text per path, in the form library's own notation: `related_contact_information.0.siret`. */
export function fieldPathKey(path: FieldPath): string {
  return path.join('.');
}
