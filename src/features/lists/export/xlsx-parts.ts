import type { Cells } from './spreadsheet-cells';
import { toCellLength, toXlsxText } from './xlsx-text';

/*
 * The parts of a workbook of one sheet (ECMA-376). Its texts stand in their cells and not in a table beside the sheet, so that a
 * row can be forgotten as soon as it is written.
 */

const SCHEMAS = 'http://schemas.openxmlformats.org';
const SHEET_SCHEMA = `${SCHEMAS}/spreadsheetml/2006/main`;
const RELATIONS = `${SCHEMAS}/officeDocument/2006/relationships`;
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Where the sheet stands in the archive. */
export const SHEET_PATH = 'xl/worksheets/sheet1.xml';

/** Each part but the sheet, by its path in the archive. */
export function workbookParts(name: string): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${SCHEMAS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${[
      ['xl/workbook.xml', 'sheet.main'],
      ['xl/styles.xml', 'styles'],
      [SHEET_PATH, 'worksheet'],
    ]
      .map(([path, type]) => `<Override PartName="/${path}" ContentType="${SHEET_TYPES}.${type}+xml"/>`)
      .join('')}</Types>`,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${XML}<workbook xmlns="${SHEET_SCHEMA}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets><sheet name="${toSheetName(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': STYLES,
  };
}

function relations(...targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${each.join('')}</Relationships>`;
}

/** Formats of cells, by their place in the styles: 49 is "text", under which nothing that is typed becomes a number. */
const TEXT_FORMAT = 1;
const HEADER_FORMAT = 2;

const STYLES = `${XML}<styleSheet xmlns="${SHEET_SCHEMA}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * The sheet up to its first row; that of the headers stays in sight. Columns are as wide as these rows ask for, and what is typed
 * below the last row is text too.
 */
export function sheetBeginning(cells: Cells): string {
  const columns = (cells[0] ?? []).map((_, index) => {
    const place = index + 1;
    const width = `width="${columnWidth(cells, index)}" customWidth="1"`;
    return `<col min="${place}" max="${place}" ${width} style="${TEXT_FORMAT}"/>`;
  });
  return `${XML}<worksheet xmlns="${SHEET_SCHEMA}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

/** A row of the sheet; the first is that of the headers. */
export function sheetRow(texts: readonly string[], rowNumber: number): string {
  const format = rowNumber === 1 ? HEADER_FORMAT : TEXT_FORMAT;
  const cells = texts.map((text, index) => {
    const cell = `<c r="${columnLetters(index)}${rowNumber}" s="${format}"`;
    if (text === '') return `${cell}/>`;
    return `${cell} t="inlineStr"><is><t xml:space="preserve">${toXlsxText(toCellLength(text))}</t></is></c>`;
  });
  return `<row r="${rowNumber}">${cells.join('')}</row>`;
}

/** The sheet after its last row. */
export const SHEET_END = '</sheetData></worksheet>';

/** A, B, … Z, AA, … */
function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? '' : columnLetters(before - 1)}${String.fromCodePoint(65 + (index % 26))}`;
}

/** In characters. */
function columnWidth(cells: Cells, index: number): number {
  const longest = Math.max(...cells.slice(0, 200).map((row) => row[index]?.length ?? 0));
  return Math.min(Math.max(longest + 2, 10), 50);
}

/** A sheet's name has at most 31 characters and none of these. */
function toSheetName(text: string): string {
  return toXlsxText(text.replaceAll(/[[\]/\\:*?"]/g, ' ').slice(0, 31));
}
