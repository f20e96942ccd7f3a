import { expect, it } from 'vitest';
import { shownText } from './shown-text';

it.each([
  ['Menuiserie Kerbrat', 'Menuiserie Kerbrat'],
  ['\u202Etac', '[U+202E]tac'],
  ['Dupont\u2066', 'Dupont[U+2066]'],
  ['\u061CÉlise\u200F', '[U+061C]Élise[U+200F]'],
  ['שלום', '\u2068שלום\u2069'],
  ['مرحبا\u202E', '\u2068مرحبا[U+202E]\u2069'],
  ['👩‍💻', '👩‍💻'],
])('%j is shown as %j', (text, shown) => {
  expect(shownText(text)).toBe(shown);
});
