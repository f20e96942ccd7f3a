import type { FieldMessage } from '~/contract/error-body';

/** A request in a form that this server does not take. Its names are those of the request. */
export class UnknownForm extends Error {
  override name = 'UnknownForm';
  readonly fields: readonly FieldMessage[];

  constructor(fields: readonly FieldMessage[]) {
    super('Invalid input.');
    this.fields = fields;
  }
}
