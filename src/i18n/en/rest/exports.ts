/** The texts of exporting rows into a file. */
export const exportMessages = {
  exports: {
    allLines: 'Export the order lines',
    selectedLines: 'Export the selected order lines',
    allCarts: 'Export the carts',
    linesFile: 'order-lines',
    cartsFile: 'carts',
    rows: (count: number, shown: string) => (count === 1 ? '1 row' : `${shown} rows`),
    unknownCount: 'The API does not say how many rows there are. The file will hold all of them.',
    format: 'Kind of file',
    formats: { xlsx: 'Excel (XLSX)', csv: 'CSV' },
    tooManyForXlsx: (most: string) => `Beyond ${most} rows the file is a CSV.`,
    tooManyForSheets: (most: string) => `A spreadsheet opens only the first ${most} rows of a file.`,
    csvInstead: (most: string) => `There were more than ${most} rows: the file is a CSV.`,
    formatNotes: {
      xlsx: 'For spreadsheets: every value is kept as it is, leading zeros and phone numbers included.',
      csv: 'For other programs. An apostrophe stands before what a spreadsheet would run as a formula or change as a number.',
    },
    personalData:
      'The file may hold personal data. Once it is saved, its protection and deletion are your responsibility.',
    start: 'Export',
    progress: 'Exporting',
    readOf: (read: string, total: string) => `${read} of ${total} rows read`,
    readSoFar: (count: number, shown: string) => (count === 1 ? '1 row read' : `${shown} rows read`),
    percent: (percent: number) => `${percent} %`,
    writing: 'Making the file',
    writtenOf: (written: string, total: string) => `Making the file: ${written} of ${total} rows written`,
    cancelled: 'The export was cancelled. No file was saved.',
    elsewhere: 'Another export is running in this browser. Try again when it has ended.',
    failed: 'The export failed. No file was saved',
    saved: (rows: string, file: string) => `${rows} in ${file}`,
    saveAgain: 'Save the file again',
    countChanged: (other: string) =>
      `The list changed meanwhile: ${other} were also counted. A row may be missing; export again to be sure.`,
    unreadable: (count: number, shown: string) =>
      count === 1
        ? '1 row could not be read; the file has its identifier only.'
        : `${shown} rows could not be read; the file has their identifiers only.`,
    unreadableRow: (id: string) => `This row could not be read ${id}`.trim(),
    cut: (count: number, shown: string) =>
      count === 1
        ? '1 text is longer than a spreadsheet holds and was cut. A CSV file has it whole.'
        : `${shown} texts are longer than a spreadsheet holds and were cut. A CSV file has them whole.`,
  },
};

export type ExportMessages = typeof exportMessages;
