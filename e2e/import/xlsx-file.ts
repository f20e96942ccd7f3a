import { strToU8, zipSync } from 'fflate';

/*
 * Workbooks by hand, in the shapes in which programs write them.
 */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

interface SheetXml {
  readonly name: string;
  /** `hidden` or `veryHidden`. */
  readonly state?: string;
  /** What stands in the worksheet: `<sheetData>…</sheetData>` and what is around it. */
  readonly xml: string;
}

interface WorkbookXml {
  readonly sheets: readonly SheetXml[];
  readonly sharedStrings?: readonly string[];
  /** The formats of cells by their style; a code of one's own, or the id of a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly is1904?: boolean;
}

/** The parts of a workbook by their path. */
export function workbookXml({ sheets, sharedStrings, formats, is1904 }: WorkbookXml): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const sheetPath = (index: number) => `worksheets/sheet${index + 1}.xml`;
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${
      is1904 === true ? '<workbookPr date1904="1"/>' : '<workbookPr/>'
    }<sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${sheets
      .map((_, index) => relation(`rId${index + 1}`, 'worksheet', sheetPath(index)))
      .join(
        '',
      )}${relation('rIdA', 'styles', 'styles.xml')}${relation('rIdB', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': stylesXml(formats ?? []),
    ...(sharedStrings
      ? {
          'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${sharedStrings.map((si) => `<si>${si}</si>`).join('')}</sst>`,
        }
      : {}),
    ...Object.fromEntries(
      sheets.map(({ xml }, index) => [
        `xl/${sheetPath(index)}`,
        `<worksheet xmlns="${MAIN}">${xml}</worksheet>`,
      ]),
    ),
  };
}

/** Style 0 is plain. */
function stylesXml(formats: readonly (string | number)[]): string {
  const idOf = (format: string | number, index: number) =>
    typeof format === 'number' ? format : 164 + index;
  const own = formats.flatMap((format, index) =>
    typeof format === 'number'
      ? []
      : [`<numFmt numFmtId="${idOf(format, index)}" formatCode="${toXml(format)}"/>`],
  );
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${idOf(format, index)}" applyNumberFormat="1"/>`,
  );
  return `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The archive of these parts. They are compressed fast: those of large files take seconds else. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 1 },
  );
}

/** The archive of a workbook of one sheet. */
export function xlsxOf(xml: string, rest: Omit<WorkbookXml, 'sheets'> = {}): Uint8Array<ArrayBuffer> {
  return zipOf(workbookXml({ sheets: [{ name: 'Sites', xml }], ...rest }));
}

interface SheetOptions {
  /** Numbers of rows, from 1. */
  readonly hidden?: readonly number[];
  /** Cells in other shapes, by their place, such as B2. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** The data of a sheet whose cells hold their own texts, of at most 26 columns where `cells` are given. */
export function inlineSheet(
  rows: readonly (readonly string[])[],
  { hidden = [], cells: given = {} }: SheetOptions = {},
): string {
  const xml = rows.map((cells, index) => {
    const texts = cells.map((text, column) => {
      const cell = given[`${String.fromCodePoint(65 + column)}${index + 1}`];
      if (cell !== undefined) return cell;
      return text === ''
        ? '<c/>'
        : `<c t="inlineStr"><is><t xml:space="preserve">${toXml(text)}</t></is></c>`;
    });
    return `<row r="${index + 1}"${hidden.includes(index + 1) ? ' hidden="1"' : ''}>${texts.join('')}</row>`;
  });
  return `<sheetData>${xml.join('')}</sheetData>`;
}

/** A sheet as `aSheet` gives it, as rows of cells. */
export function cellsOf(sheet: string): readonly (readonly string[])[] {
  return sheet.split('\n').map((row) => row.split('\t'));
}
