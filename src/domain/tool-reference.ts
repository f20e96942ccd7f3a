const FORM = /^ot-[\w-]{22}$/;

/**
 * The reference that the desk gives a cart when nobody gave one. The API knows no key of ours, so a cart whose creation was
 * never answered can only be found again by its reference. `random` is 22 characters that nobody else draws.
 */
export function toolReference(random: string): string {
  return `ot-${random}`;
}

/** Whether a reference was given by the desk, not by a person. */
export function isToolReference(reference: string): boolean {
  return FORM.test(reference);
}
