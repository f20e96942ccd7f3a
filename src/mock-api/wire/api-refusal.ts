import type { FieldMessage } from '~/contract/error-body';

export type RefusedStatus = 400 | 404 | 409;

/** Why the API refuses a request; how it says so is the dialect's affair. */
export class ApiRefusal extends Error {
  override name = 'Refusal';
  readonly status: RefusedStatus;
  /** The messages about single fields; empty when the message is about the whole request. */
  readonly fields: readonly FieldMessage[];

  constructor(status: RefusedStatus, message: string, fields: readonly FieldMessage[] = []) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

export function notFound(): ApiRefusal {
  return new ApiRefusal(404, 'Not found.');
}

export function invalid(fields: readonly FieldMessage[]): ApiRefusal {
  return new ApiRefusal(400, 'Invalid input.', fields);
}

export function notADraft(): ApiRefusal {
  return new ApiRefusal(409, 'The order session has been confirmed.');
}
