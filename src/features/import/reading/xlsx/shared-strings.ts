import { fromXlsxText } from './xml-reader';
import { UnpackedTooMuch } from './zip-parts';
import type { ReadXml } from './workbook';

/** The texts that the cells share, at most `most`, by their number. Notes on how to say a text (`rPh`) are no part of it. */
export async function readStrings(
  read: ReadXml,
  path: string | null,
  most: number,
): Promise<readonly string[]> {
  const strings: string[] = [];
  if (path === null) return strings;
  let text = '';
  let isText = false;
  let isPhonetic = false;
  await read(path, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (part) => {
      if (isText) text += part;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      strings.push(fromXlsxText(text));
      if (strings.length > most) throw new UnpackedTooMuch();
    },
  });
  return strings;
}
