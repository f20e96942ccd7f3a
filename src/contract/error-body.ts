import { readPropertyPath, type PropertyPath } from './property-path';
import { isWireObject, type WireObject } from './scalars';

/*
 * The document defines no error. Read are {"detail": "…"}, {"detail": [{"loc": […], "msg": "…"}]}, {"field": ["…"]}
 * (nested for the contact), RFC 9457 problem+json, an HTML page from a proxy (never shown), and nothing at all.
 */

export interface FieldMessage {
  readonly path: PropertyPath;
  readonly message: string;
}

export interface ErrorBody {
  /** The messages about single fields, from every form of the body. */
  readonly fields: readonly FieldMessage[];
  /** The rest, in the server's words. */
  readonly messages: readonly string[];
}

const NOTHING: ErrorBody = { fields: [], messages: [] };

/** Names that carry words for the whole request, not for a field called so. */
const WHOLE = [
  'detail',
  'message',
  'error',
  'title',
  'non_field_errors',
  'errors',
  'code',
  'type',
  'status',
  'instance',
];

/** Reads an error's body, parsed from JSON; anything that is not an error of a known form says nothing. */
export function readErrorBody(body: unknown): ErrorBody {
  if (typeof body === 'string') return isWords(body) ? { fields: [], messages: [body] } : NOTHING;
  if (Array.isArray(body)) return join(body.map((entry) => readErrorBody(entry)));
  if (!isWireObject(body)) return NOTHING;
  const located = readLocated(body);
  if (located) return located;
  return join([
    readWhole(body),
    ...Object.entries(body)
      .filter(([name]) => !WHOLE.includes(name) && name !== 'invalid-params' && name !== 'invalid_params')
      .map(([name, value]) => ({ fields: readNested([name], value), messages: [] })),
  ]);
}

/** Whether a text is readable words, not a page of HTML. */
function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !/^\s*<|<(!doctype|html|body)\b/i.test(value);
}

/** {"loc": […], "msg": "…"} and its cousins in problem+json: {"pointer" | "name" | "field", "detail" | "reason" | "message"}. */
function readLocated(body: WireObject): ErrorBody | null {
  const where = body['loc'] ?? body['pointer'] ?? body['property_path'] ?? body['name'] ?? body['field'];
  const words = body['msg'] ?? body['detail'] ?? body['reason'] ?? body['message'];
  if (where === undefined || typeof words !== 'string') return null;
  const path = readPropertyPath(where);
  return path.length === 0
    ? { fields: [], messages: [words] }
    : { fields: [{ path, message: words }], messages: [] };
}

function readWhole(body: WireObject): ErrorBody {
  const { detail, title } = body;
  const lists = [
    body['errors'],
    body['invalid-params'],
    body['invalid_params'],
    body['non_field_errors'],
    typeof detail === 'string' ? undefined : detail,
  ];
  const words = [detail, body['message'], body['error'], detail === undefined ? title : undefined];
  return join([
    { fields: [], messages: words.filter(isWords) },
    ...lists.filter((list) => list !== undefined).map((list) => readErrorBody(list)),
  ]);
}

function readNested(path: PropertyPath, value: unknown): FieldMessage[] {
  if (typeof value === 'string') return [{ path: readPropertyPath([...path]), message: value }];
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    return entries.flatMap((entry, index) =>
      typeof entry === 'string' ? readNested(path, entry) : readNested([...path, index], entry),
    );
  }
  if (!isWireObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => readNested([...path, name], inner));
}

function join(bodies: readonly ErrorBody[]): ErrorBody {
  return {
    fields: bodies.flatMap((body) => body.fields),
    messages: [...new Set(bodies.flatMap((body) => body.messages))],
  };
}
