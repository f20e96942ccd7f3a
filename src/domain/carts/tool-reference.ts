const FORM = /^ot-[\w-]{22}$/;

/**
 * The reference of a cart for which the person gave none. The API takes no key of ours, so a cart whose creation was
 * never answered can only be found by its reference. `random` is 22 characters, unique to this cart.
 */
export function toolReference(random: string): string {
  return `ot-${random}`;
}

/** Whether a reference was given by the desk, not by a person. */
export function isToolReference(reference: string): boolean {
  return FORM.test(reference);
}
