import type { FieldMessage } from '~/contract/error-body';
import type { ApiRefusal } from '~/mock-api/wire/api-refusal';

/** How a server words its errors; the document defines none. */
export type ErrorStyle = 'django-rest' | 'loc-msg' | 'loc-payload' | 'problem';

export interface ErrorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

/** A refusal in one of the three styles. */
export function toErrorAnswer(refusal: ApiRefusal, style: ErrorStyle): ErrorAnswer {
  return STYLES[style](refusal);
}

const JSON_TYPE = 'application/json';

const STYLES: Readonly<Record<ErrorStyle, (refusal: ApiRefusal) => ErrorAnswer>> = {
  'django-rest': ({ status, message, fields }) => ({
    status,
    contentType: JSON_TYPE,
    body: fields.length > 0 ? nest(fields) : { detail: message },
  }),
  'loc-msg': (refusal) => located(refusal, ['body']),
  // The name of the view's parameter comes first.
  'loc-payload': (refusal) => located(refusal, ['body', 'payload']),
  problem: (refusal) => ({
    status: asUnprocessable(refusal),
    contentType: 'application/problem+json',
    body: {
      type: 'about:blank',
      title: refusal.message,
      status: asUnprocessable(refusal),
      detail: refusal.message,
      errors: refusal.fields.map(({ path, message }) => ({
        pointer: `/${path.join('/')}`,
        detail: message,
      })),
    },
  }),
};

function located(refusal: ApiRefusal, root: readonly string[]): ErrorAnswer {
  return {
    status: asUnprocessable(refusal),
    contentType: JSON_TYPE,
    body: {
      detail:
        refusal.fields.length > 0
          ? refusal.fields.map(({ path, message }) => ({
              loc: path[0] === 'query' ? path : [...root, ...path],
              msg: message,
              type: 'value_error',
            }))
          : refusal.message,
    },
  };
}

function asUnprocessable({ status, fields }: ApiRefusal): number {
  return fields.length > 0 ? 422 : status;
}

/** {"enni": ["…"], "related_contact_information": [{}, {"siret": ["…"]}]} */
function nest(fields: readonly FieldMessage[]): unknown {
  const inside = fields.filter(({ path }) => path.length > 0);
  if (inside.length === 0) return fields.map(({ message }) => message);
  const heads = [...new Set(inside.map(({ path }) => path[0]))];
  const under = (head: string | number) =>
    nest(
      inside
        .filter(({ path }) => path[0] === head)
        .map(({ path, message }) => ({ path: path.slice(1), message })),
    );
  const indexes = heads.filter((head) => typeof head === 'number');
  if (indexes.length > 0)
    return Array.from({ length: Math.max(...indexes) + 1 }, (_, index) =>
      indexes.includes(index) ? under(index) : {},
    );
  return Object.fromEntries(
    heads.filter((head) => typeof head === 'string').map((head) => [head, under(head)]),
  );
}
