/** Inputs of one line of text. A password is not printed. */
const TEXT_TYPES: readonly string[] = ['text', 'search', 'date'];

/**
 * Lets paper show each value whole: an input shows one line of it. Before the browser prints, the value is copied to the
 * input's parent, and `theme.css` prints the copy.
 */
export function printWholeValues(): void {
  addEventListener('beforeprint', () => {
    for (const field of document.querySelectorAll('input, textarea, select')) {
      const frame = field.parentElement;
      const value = printedValue(field);
      if (!frame) continue;
      if (value === null) delete frame.dataset['printed'];
      else frame.dataset['printed'] = value;
    }
  });
}

/** The value as text, or null for an input that is printed as it is. */
function printedValue(field: Element): string | null {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? '';
  if (field instanceof HTMLTextAreaElement) return field.value;
  if (!(field instanceof HTMLInputElement) || !TEXT_TYPES.includes(field.type)) return null;
  // A day is short, and only the browser knows how it is written.
  return field.type === 'date' && field.value !== '' ? null : field.value;
}
