import { CONTACT_FIELDS } from './contact';
import { canonicalFieldName, LINE_FIELDS } from './order-line';

/** Where in a line a message points, outermost first: `['related_contact_information', 0, 'siret']`. */
export type PropertyPath = readonly (string | number)[];

/**
 * Reads a path as errors and `termination_error.property_path` write it: `a[0].b`, `a.0.b`, `a/0/b`, `/a/0/b`,
 * `["body", "a", 0, "b"]`. Either spelling of a field becomes ours. It skips words before the first known name. Some
 * frameworks put the name of a parameter there (`["body", "payload", "enni"]`). Empty when it names nothing.
 */
export function readPropertyPath(raw: unknown): PropertyPath {
  const parts: unknown[] = Array.isArray(raw) ? raw : typeof raw === 'string' ? [raw] : [];
  const path = parts
    .flatMap((part) => (typeof part === 'string' ? splitPath(part) : part))
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .map((part) => (typeof part === 'string' && /^\d+$/.test(part) ? Number(part) : part))
    .map((part) => (typeof part === 'string' ? canonicalFieldName(part) : part));
  return intoContact(fromFirstKnown(path));
}

const CONTACTS = 'related_contact_information';
const IN_CART = ['product_order', 'product_order_item'];

function isLineField(part: unknown): boolean {
  return LINE_FIELDS.some((field) => field === part);
}

function isContactField(part: unknown): boolean {
  return CONTACT_FIELDS.some((field) => field === part);
}

/** A number right before the first known name is the place of its line, or of its contact. A path without one stays. */
function fromFirstKnown(path: PropertyPath): PropertyPath {
  const first = path.findIndex(
    (part) => isLineField(part) || isContactField(part) || IN_CART.some((name) => name === part),
  );
  if (first <= 0) return first < 0 && path[0] === 'body' ? path.slice(1) : path;
  const [before, known] = [path[first - 1], path[first]];
  if (typeof before !== 'number' || typeof known !== 'string' || IN_CART.includes(known))
    return path.slice(first);
  return [isLineField(known) ? 'product_order_item' : CONTACTS, before, ...path.slice(first)];
}

/** A contact's field named without an entry is the first entry's: usually there is no other. */
function intoContact(path: PropertyPath): PropertyPath {
  return path.flatMap((part, index) =>
    part === CONTACTS && typeof path[index + 1] === 'string' ? [part, 0] : [part],
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
  readonly path: PropertyPath;
}

/** Splits a path that may start at the cart (`product_order_item`, 1, `enni`) into the line and the path inside it. */
export function toLinePath(path: PropertyPath): LinePath {
  const [first, second, ...rest] = path;
  if (first === 'product_order' && second !== undefined) return toLinePath(path.slice(1));
  if (first !== 'product_order_item' || second === undefined) return { lineIndex: null, path };
  return typeof second === 'number'
    ? { lineIndex: second, path: rest }
    : { lineIndex: null, path: [second, ...rest] };
}

/** One text per path, in the form library's own notation: `related_contact_information.0.siret`. */
export function propertyPathKey(path: PropertyPath): string {
  return path.join('.');
}
