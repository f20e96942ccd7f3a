import { parseLossless } from '~/contract/lossless-json';

/**
 * The parsed body: undefined when there is none, the text itself when it is no JSON. A text is no object, so it is
 * refused.
 */
export function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return parseLossless(text);
  } catch {
    return text;
  }
}
