import { readErrorBody } from '~/contract/error-body';
import { propertyPathKey } from '~/contract/property-path';
import { operationPath, operations, type OperationIds, type OperationName } from '~/contract/operations';
import { isWireObject } from '~/contract/scalars';
import type { MockApi } from '~/mock-api/create-mock-api';

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface CallInput extends OperationIds {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
}

/** Calls an operation as a client would; for the tests of this room. */
export async function call(api: MockApi, name: OperationName, input: CallInput = {}): Promise<Called> {
  const { body, query, ...ids } = input;
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  const response = await api.fetch(
    new Request(`https://api.example${operationPath(name, ids)}${search}`, {
      method: operations[name].method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const parsed: unknown = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body: parsed };
}

/** The fields that an error's body complains about, as the form keys them. */
export function namedFields(body: unknown): string[] {
  return readErrorBody(body).fields.map(({ path }) => propertyPathKey(path));
}

export function fieldNames(body: unknown): string[] {
  return isWireObject(body) ? Object.keys(body) : [];
}
