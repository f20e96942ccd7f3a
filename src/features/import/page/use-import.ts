import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { FieldPath } from '~/domain/fields/field-paths';
import { editImport, noEdits } from '~/domain/import/editing/import-edits';
import { RowReader } from '~/domain/import/editing/row-reader';
import {
  findHeaderRow,
  matchColumns,
  withColumnField,
  type FieldHeadings,
  type ImportColumn,
} from '~/domain/import/match-columns';
import { NO_CHOICES } from '~/domain/import/read-rows';
import type { Sheet, SheetFile, UnreadableFile } from '~/domain/import/sheet';
import { loadFieldHeadings } from '~/features/import/columns/field-headings';
import {
  readHeaderMemory,
  rememberedFields,
  rememberedHeaderRow,
  rememberHeaders,
} from '~/features/import/columns/remembered-headers';
import { readFile } from '~/features/import/reading/read-file';
import { readPasted } from '~/features/import/reading/read-delimited';
import { checkInSlices } from './check-in-slices';

/** Rows as they were read, with what is known of their headers. */
interface ImportSource {
  readonly name: string;
  readonly file: SheetFile;
  readonly headings: readonly FieldHeadings[];
  readonly memory: Awaited<ReturnType<typeof readHeaderMemory>>;
}

export type SourceState =
  | { readonly phase: 'none' }
  | { readonly phase: 'reading'; readonly name: string }
  | { readonly phase: 'unreadable'; readonly name: string; readonly problem: UnreadableFile }
  | { readonly phase: 'read'; readonly source: ImportSource };

/** One sheet with its matched columns. */
export interface ImportTable {
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly columns: readonly ImportColumn[];
  /** Whether rows that the sheet hides are imported too. */
  readonly withHiddenRows: boolean;
}

/** How far the page is. */
export type ImportStep = 'columns' | 'checking' | 'check';
type ReadSheets = (signal: AbortSignal) => Promise<SheetFile | UnreadableFile>;

/** The state of the page: the rows that were read, their columns, the step, and what was edited. Nothing of it is stored. */
export function useImport(day: string) {
  const [source, setSource] = useState<SourceState>({ phase: 'none' });
  const [table, setTable] = useState<ImportTable | null>(null);
  const [step, setStep] = useState<ImportStep>('columns');
  const [edits, dispatch] = useReducer(editImport, NO_CHOICES, noEdits);
  const [reader, setReader] = useState(() => new RowReader());
  const withHiddenRows = table?.withHiddenRows === true;
  const choices = useMemo(
    () => ({ ...edits.present.choices, withHiddenRows }),
    [edits.present.choices, withHiddenRows],
  );
  const reading = useRef<AbortController>(null);
  // A page that is left ends the reading.
  useEffect(() => () => reading.current?.abort(), []);

  // The same at each drawing: the rows of the columns are drawn again only when they change.
  const chooseField = useCallback(
    (index: number, field: FieldPath | null) =>
      setTable((now) => now && { ...now, columns: withColumnField(now.columns, index, field) }),
    [],
  );

  const forget = () => {
    reading.current?.abort();
    setTable(null);
    setStep('columns');
    setReader(new RowReader());
    dispatch({ type: 'forget' });
  };
  const read = async (name: string, readSheets: ReadSheets): Promise<void> => {
    forget();
    const controller = new AbortController();
    reading.current = controller;
    const { signal } = controller;
    setSource({ phase: 'reading', name });
    const sheets = await loadSheets(readSheets(signal));
    if (signal.aborted) return;
    if ('unreadable' in sheets) {
      setSource({ phase: 'unreadable', name, problem: sheets });
      return;
    }
    const next = { name, ...sheets };
    setSource({ phase: 'read', source: next });
    setTable(tableOf(next, firstSheet(sheets.file)));
  };
  const check = async (): Promise<void> => {
    if (!table) return;
    const controller = new AbortController();
    reading.current = controller;
    setStep('checking');
    void rememberHeaders(table.sheet, table.headerRow, table.columns);
    await checkInSlices(reader, table, choices, edits.present, day, controller.signal);
    if (!controller.signal.aborted) setStep('check');
  };

  return {
    source,
    table,
    step,
    edits,
    choices,
    dispatch,
    reader,
    readFile: (file: File) => void read(file.name, (signal) => readFile(file, signal)),
    readText: (name: string, text: string) => void read(name, async () => readPasted(text)),
    chooseSheet: (sheet: Sheet) => {
      if (source.phase === 'read') setTable(tableOf(source.source, sheet));
    },
    chooseHeaderRow: (headerRow: number) => {
      if (source.phase === 'read' && table)
        setTable({ ...table, headerRow, columns: columnsOf(source.source, table.sheet, headerRow) });
    },
    chooseHiddenRows: (withHiddenRows: boolean) => setTable((now) => now && { ...now, withHiddenRows }),
    chooseField,
    check: () => void check(),
    toColumns: () => setStep('columns'),
    /** Ends a reading too. */
    startAgain: () => {
      forget();
      setSource({ phase: 'none' });
    },
  };
}

/** The sheets with what is known of their headers. Only a part of the page that does not load makes either fail. */
async function loadSheets(
  reading: Promise<SheetFile | UnreadableFile>,
): Promise<Omit<ImportSource, 'name'> | UnreadableFile> {
  try {
    const [file, headings, memory] = await Promise.all([reading, loadFieldHeadings(), readHeaderMemory()]);
    return 'unreadable' in file ? file : { file, headings, memory };
  } catch {
    return { unreadable: 'not-loaded' };
  }
}

function firstSheet({ sheets }: SheetFile): Sheet | undefined {
  return sheets.find(({ rows }) => rows.length > 1) ?? sheets[0];
}

function tableOf(source: ImportSource, sheet: Sheet | undefined): ImportTable | null {
  if (!sheet) return null;
  const before = rememberedHeaderRow(sheet, source.memory);
  const headerRow = before === -1 ? findHeaderRow(sheet, source.headings) : before;
  return { sheet, headerRow, columns: columnsOf(source, sheet, headerRow), withHiddenRows: false };
}

function columnsOf({ headings, memory }: ImportSource, sheet: Sheet, headerRow: number) {
  return matchColumns(sheet, headerRow, headings, rememberedFields(memory));
}
