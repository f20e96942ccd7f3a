import { stringifyLossless } from '~/contract/lossless-json';
import { propertyPathKey, readPropertyPath } from '~/contract/property-path';
import { isUnknownArray, isWireObject, type WireObject } from '~/contract/scalars';
import type { ApiError } from '~/api/transport/api-error';

/** The error of a write whose body was refused for its length, with what is known of that length. */
export function withLength(error: ApiError, body: WireObject): ApiError {
  const limit = Number(error.envelope?.['limit']);
  return error.with({
    // What blocked it on the way is still named so.
    kind: error.kind === 'blocked' ? error.kind : 'too-long',
    length: {
      sent: new TextEncoder().encode(stringifyLossless(body)).byteLength,
      limit: limit > 0 ? limit : null,
      longestField: longestField(body),
    },
  });
}

/** The path of the longest text in a body, as the form writes it; null where there is none. */
function longestField(body: WireObject): string | null {
  let [longest, length]: [string | null, number] = [null, 0];
  const visit = (value: unknown, path: readonly (string | number)[]) => {
    if (typeof value === 'string' && value.length > length) {
      [longest, length] = [propertyPathKey(readPropertyPath(path)), value.length];
    }
    if (isUnknownArray(value)) for (const [index, entry] of value.entries()) visit(entry, [...path, index]);
    if (isWireObject(value)) for (const [name, entry] of Object.entries(value)) visit(entry, [...path, name]);
  };
  visit(body, []);
  return longest;
}
