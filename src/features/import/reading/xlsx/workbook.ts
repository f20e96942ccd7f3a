import { numberFormat, PLAIN, type NumberFormat } from './number-format';
import type { XmlHandlers } from './xml-reader';

/** Gives a part's text to a reader; nothing where there is no such part. */
export type ReadXml = (path: string, handlers: XmlHandlers) => Promise<void>;

interface WorkbookSheet {
  readonly name: string;
  readonly path: string;
}

export interface Workbook {
  /** The sheets of cells that are not hidden, in their order. */
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  readonly stringsPath: string | null;
  readonly stylesPath: string | null;
}

/** Reads which sheets a workbook has, and where its parts are. */
export async function readWorkbook(read: ReadXml): Promise<Workbook> {
  const path = await workbookPath(read);
  const named: { name: string; relation: string }[] = [];
  let is1904 = false;
  await read(path, {
    open: (name, attribute) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
      named.push({ name: attribute('name') ?? '', relation: attribute('r:id') ?? attribute('id') ?? '' });
    },
  });
  const relations = await readRelations(read, path);
  const pathOf = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null;
  return {
    sheets: named.flatMap(({ name, relation }) => {
      const target = relations.find(({ id, type }) => id === relation && type === 'worksheet');
      return target ? [{ name, path: target.target }] : [];
    }),
    is1904,
    stringsPath: pathOf('sharedStrings'),
    stylesPath: pathOf('styles'),
  };
}

async function workbookPath(read: ReadXml): Promise<string> {
  const relations = await readRelations(read, '');
  return relations.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
}

interface Relation {
  readonly id: string;
  /** The last word of its type, which is the same in both forms of the format. */
  readonly type: string;
  readonly target: string;
}

async function readRelations(read: ReadXml, path: string): Promise<readonly Relation[]> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const relations: Relation[] = [];
  await read(`${folder}_rels/${path.slice(slash)}.rels`, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const type = attribute('Type') ?? '';
      relations.push({
        id: attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: toPath(folder, attribute('Target') ?? ''),
      });
    },
  });
  return relations;
}

/** `/xl/styles.xml` and `../x` as a path in the archive. */
function toPath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The format of each style of cells, by the number under which cells name it. */
export async function readStyles(read: ReadXml, path: string | null): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isInCells = false;
  if (path === null) return [];
  await read(path, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) ids.push(Number(attribute('numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return ids.map((id) => (Number.isNaN(id) ? PLAIN : numberFormat(id, codes.get(id))));
}
