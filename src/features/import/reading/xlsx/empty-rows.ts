/** A value, a text or a formula of a cell. */
const FILLED = /<(?:\w+:)?(?:v|is|f)[\s>/]/;

/**
 * Passes the XML of a sheet on, without runs of rows in which no cell is filled: of a million formatted rows most are read no
 * further than this. What stands before the first row and after the last is passed on whole.
 */
export function withoutEmptyRows(pass: (xml: string) => void): {
  readonly write: (xml: string) => void;
  readonly end: () => void;
} {
  let waiting = '';
  let row: string | null = null;
  return {
    write: (xml) => {
      waiting += xml;
      if (row === null) {
        const [tag, prefix] = /<(\w+:)?row\s/.exec(waiting) ?? [];
        if (tag === undefined) return;
        row = `<${prefix ?? ''}row `;
        const first = waiting.indexOf(tag);
        pass(waiting.slice(0, first));
        waiting = waiting.slice(first);
      }
      const last = waiting.lastIndexOf(row);
      if (last <= 0) return;
      const rows = waiting.slice(0, last);
      if (FILLED.test(rows) || rows.includes('sheetData')) pass(rows);
      waiting = waiting.slice(last);
    },
    end: () => {
      if (waiting !== '') pass(waiting);
    },
  };
}
