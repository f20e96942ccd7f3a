import type { FieldMessage } from '~/contract/error-body';

export type RefusedStatus = 400 | 404 | 409;

/** Why the API refuses a request; how it says so is the dialect's affair. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: RefusedStatus;
  /** What concerns one field; empty when the message is about the whole request. */
  readonly fields: readonly FieldMessage[];

  constructor(status: RefusedStatus, message: string, fields: readonly FieldMessage[] = []) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

export function notFound(): Refusal {
  return new Refusal(404, 'Not found.');
}

export function invalid(fields: readonly FieldMessage[]): Refusal {
  return new Refusal(400, 'Invalid input.', fields);
}

export function notADraft(): Refusal {
  return new Refusal(409, 'The order session has been confirmed.');
}
