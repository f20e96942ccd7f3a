import { Parser } from 'saxen';
import { UnpackedTooMuch } from './zip-parts';

/** What a reader of XML is told. Names are without their namespace's prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads XML piece by piece; a piece may end anywhere. Throws for XML that is broken. */
export interface XmlReader {
  readonly write: (xml: string) => void;
  readonly end: () => void;
}

export function xmlReader({ open, close, text }: XmlHandlers): XmlReader {
  let unread = 0;
  const parser = new Parser()
    .on('openTag', (name, attributes, decode) => {
      unread = 0;
      open?.(localName(name), (wanted) => {
        const value = attributes()[wanted];
        return value === undefined ? undefined : decode(value);
      });
    })
    .on('closeTag', (name) => {
      unread = 0;
      close?.(localName(name));
    })
    .on('text', (raw, decode) => text?.(decode(raw)))
    .on('cdata', (raw) => text?.(raw))
    .on('error', (error) => {
      throw error;
    });
  return {
    write: (xml) => {
      unread += xml.length;
      if (unread > LONGEST_UNREAD && xml.length < unread) throw new UnpackedTooMuch();
      parser.write(xml);
    },
    end: () => parser.end(),
  };
}

/** The parser reads again and again what has no end yet; a text of a cell has at most 32,767 characters. */
const LONGEST_UNREAD = 2_000_000;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Text as a spreadsheet's XML writes it: `_xHHHH_` stands for what XML cannot carry (ECMA-376, ST_Xstring). */
export function fromXlsxText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
