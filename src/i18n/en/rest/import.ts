const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);
const cells = (count: number) => (count === 1 ? '1 cell' : `${count} cells`);
const columns = (count: number) => (count === 1 ? '1 column' : `${count} columns`);
const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);
const are = (count: number) => (count === 1 ? 'is' : 'are');

/** The texts of the import of lines from a spreadsheet. */
export const importMessages = {
  importing: {
    open: 'Import lines',
    title: 'Import lines',
    titleInto: (cart: string) => `Import lines into ${cart}`,
    intro:
      'From a spreadsheet: paste rows, or choose a file. Nothing is created before you press Create lines.',

    rowsTitle: 'Rows',
    paste: 'Paste rows',
    pasteHint: 'With their row of headers, as a spreadsheet copies them.',
    choose: 'Choose a file',
    dropHint: 'XLSX or CSV. You can also drop it here.',
    dropNow: 'Drop the file here',
    template: 'Empty template',
    templateAs: (format: string, language: 'fr' | 'en') =>
      `${format}, in ${language === 'fr' ? 'French' : 'English'}`,
    templateFile: 'lines-template',
    reading: (name: string) => `Reading ${name}…`,
    pasted: 'Pasted rows',
    read: (name: string, count: number) => `${name}: ${rows(count)}`,
    others: 'Choose other rows',
    unreadableTitle: (name: string) => `${name} cannot be read`,
    unreadable: {
      protected: 'This workbook has a password. Save a copy without one, then choose the copy.',
      xls: 'This is a workbook of an old Excel (.xls). Save it as .xlsx or CSV, then choose that file.',
      ods: 'This is a workbook of LibreOffice (.ods). Save it as .xlsx or CSV, then choose that file.',
      html: 'This is a web page with the name of a spreadsheet. Open it in a spreadsheet and save it as .xlsx.',
      pdf: 'This is a PDF. Ask for the spreadsheet that it was made from.',
      empty: 'There is no row in it. Choose another file, or paste the rows.',
      'too-large':
        'It is too large. Keep the columns and rows that you need, or divide it into several files.',
      'too-many-rows': 'It has too many rows. Divide it into several files.',
      bomb: 'It unpacks to more than a spreadsheet of these rows needs, and was not read. Copy its filled rows into a new workbook.',
      damaged: 'This file is damaged, or neither XLSX nor CSV. Save it again in your spreadsheet.',
      changed: 'The file was changed, moved or deleted since you chose it. Choose it again.',
      'not-loaded':
        'A part of this page did not load, so nothing was read. Choose the file again once your network lets it through, or reload the page.',
    },
    unreadableRows: (count: string) => `It has ${count} rows.`,
    unreadableBytes: (megabytes: string) => `It has ${megabytes} MB.`,
    unpackedBytes: (megabytes: string) => `Unpacked, it has ${megabytes} MB.`,

    sheets: 'Sheet',
    sheet: (name: string, count: number) => `${name} (${rows(count)})`,
    hidden: (visible: number, hidden: number) => `${visible} visible, ${hidden} hidden`,
    visibleOnly: (count: number) => `Only the ${rows(count)} that ${are(count)} visible`,
    withHidden: (count: number) => `All ${rows(count)}`,
    merged: (count: number) =>
      count === 1
        ? '1 range of cells is merged. Its value stands in its first cell; the others are empty.'
        : `${count} ranges of cells are merged. The value stands in the first cell of each; the others are empty.`,

    columnsTitle: 'Columns',
    columnsCaption: 'Columns of the file and the fields that they fill',
    headerRow: 'Row of headers',
    headerRowChoice: (number: number, texts: string) => `Row ${number}: ${texts}`,
    column: 'Column',
    samples: 'First values',
    field: 'Field',
    fieldOf: (header: string) => `Field of ${header}`,
    noHeader: (number: number) => `Column ${number}`,
    notImported: 'Not imported',
    matched: (count: number, total: number) => `${count} of ${columns(total)} are imported.`,
    leftColumns: (names: string) => `Not imported: ${names}.`,
    neededColumn: (names: string) => `No column fills ${names}. Without a value a row cannot be created.`,
    check: 'Check rows',
    checking: 'Checking the rows…',
    changeColumns: 'Change the columns',

    checkTitle: 'Check',
    noRows: 'There is no row below the row of headers. Choose another row of headers.',
    filter: 'Rows shown',
    filters: {
      all: (count: string) => `All (${count})`,
      ready: (count: string) => `Ready (${count})`,
      incomplete: (count: string) => `Incomplete, can be created (${count})`,
      blocked: (count: string) => `Cannot be created (${count})`,
      double: (count: string) => `There already (${count})`,
      'left-out': (count: string) => `Left out (${count})`,
    },
    statuses: {
      ready: 'Ready',
      incomplete: 'Incomplete',
      blocked: 'Blocked',
      'left-out': 'Left out',
    },
    noneShown: 'No row is in this state any more.',
    grid: 'Rows to create',
    gridHint:
      'Enter or a letter edits, Escape gives up. F8 goes to the next problem, Ctrl+D fills down, Ctrl+Z undoes. Copy and paste work as in a spreadsheet.',
    row: 'Row',
    status: 'Status',
    rowNumber: (number: number) => `Row ${number}`,
    cellAt: (row: number, field: string) => `Row ${row}, ${field}`,
    empty: 'Empty',
    cut: (text: string, length: string) => `${text}… (${length} characters)`,
    needsNothing: 'Nothing is the matter here.',
    editing: (field: string) => `Edit ${field}`,
    next: 'Next problem',
    previous: 'Previous problem',
    noProblem: 'No problem is left in the rows shown.',
    undo: 'Undo',
    redo: 'Redo',
    fill: 'Fill down',
    filled: (count: number) => `${cells(count)} filled.`,
    replace: 'Replace…',
    replaceTitle: (field: string) => `Replace in ${field}`,
    find: 'Find',
    replaceBy: 'Replace by',
    wholeCell: 'Whole cells only',
    replaceCount: (count: number) => `${cells(count)} will change, in the rows shown.`,
    replaceNow: 'Replace',
    replaced: (count: number) => `${cells(count)} replaced.`,
    pastedCells: (count: number) => `${cells(count)} changed.`,
    pastedBeyond: (count: number) => `${cells(count)} of what was pasted had no room and were left.`,
    leaveOut: 'Leave out',
    takeIn: 'Take in',
    edited: (count: number) => (count === 1 ? '1 change' : `${count} changes`),

    proposals: 'About whole columns',
    zeros: (count: number, field: string) =>
      `${field}: the spreadsheet took the leading zero of ${cells(count)}.`,
    invisible: (count: number, field: string) =>
      `${field}: ${cells(count)} ${count === 1 ? 'has' : 'have'} characters that cannot be seen.`,
    example: (row: number, before: string, after: string) => `Row ${row}: ${before} becomes ${after}.`,
    addZeros: 'Add the zeros',
    withoutZeros: 'Without the zeros again',
    clean: 'Take them off',
    unclean: 'Keep them after all',
    dateOrder: (field: string, row: number, text: string) =>
      `${field}: what day is ${text} in row ${row}? The answer holds for the whole column.`,
    dateOrders: {
      'day-first': (day: string) => `${day} (day first)`,
      'month-first': (day: string) => `${day} (month first)`,
    },
    dateChosen: (field: string, day: string) => `${field}: read as ${day}.`,
    askAgain: 'Change the answer',

    doubles: {
      file: (count: number) => `${rows(count)} ${are(count)} in this file more than once.`,
      cart: (count: number, total: number) => `${count} of ${total} are in this cart already.`,
      draft: (count: number) =>
        `${rows(count)} ${are(count)} equal to a draft of another cart, among what was read here.`,
    },
    doubleOfRow: (row: number) => `Equal to row ${row}`,
    doubleOfCart: 'In this cart already',
    doubleOfDraft: 'Equal to a draft of another cart',
    leaveDoublesOut: 'Leave them out',

    createTitle: 'Create',
    create: 'Create lines',
    willCreate: (count: number, cart: string) => `${lines(count)} will be created in ${cart}.`,
    incompleteToo: (count: number) =>
      `${count} of them ${are(count)} incomplete: they can be completed before the cart is confirmed.`,
    blockedStay: (count: number) =>
      `${rows(count)} cannot be created and ${count === 1 ? 'stays' : 'stay'} out.`,
    leftOutStay: (count: number) => `${rows(count)} ${are(count)} left out.`,
    fromQuote: (count: number, fields: string) =>
      `${lines(count)} ${are(count)} from a quote. Once created, these fields are locked: ${fields}.`,
    nothing: 'There is no row to create.',
    notStored:
      'This browser stores nothing, so the creation could not go on after an interruption. Nothing was sent.',

    problems: 'Problems',
    problemsOf: (row: number) => `Row ${row}`,
    moreProblems: (count: number) => `Show ${rows(count)} more`,
    noProblems: 'No problem in the rows shown.',

    leaveTitle: 'Leave the import?',
    leaveText: (count: number) =>
      `Your ${count === 1 ? 'change' : `${count} changes`} in the rows would be lost. Nothing was created yet.`,
    stay: 'Stay',
    leave: 'Leave',
    otherRowsTitle: 'Choose other rows?',
    otherRows: 'Discard changes',

    notes: {
      'number-cut': 'The spreadsheet cut this number: type it whole',
      'date-in-text': 'The spreadsheet made a date of this: type what it was',
      'date-like': 'A spreadsheet may have made a date of this',
      'date-serial': 'A number of days in place of a date: type the day',
      'date-order': 'Day or month first? Answer the question about the column, or type the day as 2026-08-03',
      'date-short-year': 'The year has two digits: type four',
      'date-unreadable': 'Not a day that can be read: type it as 2026-08-03',
      'yes-no': 'Neither yes nor no',
      'list-number':
        'The spreadsheet made one number of this list: type the options, with a semicolon between them',
      'error-value': 'The spreadsheet has an error here',
      'no-value':
        'The file stores no value for this formula: open and save it in a spreadsheet, or type the value',
      invisible: 'Has characters that cannot be seen',
      'quote-lock': 'From a quote: five fields are locked once the line is created',
    },
  },
};

export type ImportMessages = typeof importMessages;
