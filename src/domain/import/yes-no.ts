import { foldedText } from './plain-text';

const YES = ['oui', 'o', 'yes', 'y', 'x', '1', 'vrai', 'true'];
const NO = ['non', 'n', 'no', '0', 'faux', 'false'];

/** Reads yes or no as people and spreadsheets write them; null for anything else. */
export function readYesNo(text: string): boolean | null {
  const folded = foldedText(text);
  if (YES.includes(folded)) return true;
  return NO.includes(folded) ? false : null;
}
