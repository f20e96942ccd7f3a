/** The texts of batches: many writes with a journal. */
const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);

const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);

export const batchMessages = {
  changing: {
    title: (count: number) => `Change ${lines(count)}`,
    intro: 'Nothing is sent before you have seen every line before and after.',
    none: 'No line is selected',
    noneText: 'Tick order lines in the list, on as many pages as you like, then choose “Change selected”.',
    toLines: 'To the order lines',
    actions: 'What changes',
    action: 'Action',
    kinds: {
      set: 'Set a value',
      empty: 'Empty a field',
      replace: 'Replace text',
      'add-option': 'Add an option',
      'remove-option': 'Remove an option',
    },
    field: 'Field to change',
    value: 'New value',
    search: 'Text to replace',
    replacement: 'Replacement',
    option: 'Option to add or remove',
    missing: 'Needed for this action',
    add: 'Add another action',
    removeLast: 'Remove the last action',
    show: 'Show the changes',
    preview: 'Before you apply',
    lines: 'Lines that change',
    before: 'Before',
    after: 'After',
    apply: 'Apply changes',
    willChange: (count: number) => (count === 1 ? '1 line changes.' : `${lines(count)} change.`),
    same: (count: number) =>
      count === 1 ? '1 line has the values already.' : `${lines(count)} have the values already.`,
    stays: {
      'not-draft': (count: number, field: string) =>
        `${lines(count)} not drafts any more: ${field} stays there.`,
      quote: (count: number, field: string) => `${lines(count)} from quotes: ${field} stays there.`,
      'creation-only': (count: number, field: string) =>
        `${lines(count)}: ${field} is set at the creation only.`,
      dia: (count: number, field: string) => `${lines(count)} of DIA: the API computes ${field}.`,
      required: (count: number, field: string) => `${lines(count)}: ${field} cannot be empty.`,
    },
    pair: (field: string, value: string) => `${field}: ${value}`,
    needCpe: (count: number) =>
      `${lines(count)} will need the CPE numbers of option 7021 before the confirmation.`,
    loseCpe: (count: number) => `Empty the CPE numbers of ${lines(count)}: option 7021 goes`,
    unread: (count: number) => `${lines(count)} could not be read, and will not be changed.`,
  },
  batches: {
    title: 'Batches',
    intro:
      'Lines that this browser creates or changes one after the other. A batch and its receipt stay here for 30 days.',
    none: 'No batch',
    noneText: 'Duplicate a cart, or copy lines into a new one: the batch and its receipt are here then.',
    batch: 'Batch',
    gone: 'This browser has no such batch',
    goneText: 'Batches belong to the person and the browser that started them, and stay for 30 days.',
    all: 'All batches',
    kinds: {
      duplicate: (name: string) => `Duplicate of ${name}`,
      rejected: (name: string) => `Rejected lines of ${name}`,
      moved: (name: string) => `Lines moved out of ${name}`,
      import: (name: string) => `Import of ${name}`,
      change: (fields: string) => `Change of ${fields}`,
    },
    started: 'Started',
    intoCart: 'Into',
    fromCart: 'From',
    progress: (done: number, total: number) => `${done} of ${rows(total)}`,
    statuses: {
      running: 'Running',
      paused: 'Paused',
      done: 'Done',
      stopped: 'Stopped',
      undone: 'Undone',
      incomplete: 'Incomplete',
    },
    pauses: {
      person: 'Paused. Nothing more is sent before you go on.',
      network: 'Paused: the network or the API does not answer. Go on when it does.',
      'sign-in': 'Paused: your sign-in has ended. Sign in, then go on.',
      sleep: 'Paused: this computer was asleep. Go on when you are ready.',
      interrupted:
        'Interrupted: its page was closed. Going on reads the cart first; nothing is created twice.',
      locked: 'Paused: the cart is being confirmed. Go on when that is decided.',
      confirmed: 'Paused: the cart is confirmed and takes no more lines. Going on skips the rows that wait.',
      gone: 'Paused: the cart does not exist any more. Going on skips the rows that wait.',
      unknown: 'Paused: several lines may be the one that was sent. Choose below.',
      'several-carts':
        'Paused: several carts of this reference may be the new one. Look at them before you go on.',
      storage: 'Paused: this browser does not store the batch any more. Nothing is sent without that.',
      outdated: 'Paused: this page is out of date. Reload it, then go on.',
      refused: 'Paused: the API refuses this to you.',
      'lines-lost': 'Paused: more lines than one have left the cart. Look at the cart before you go on.',
      'to-decide': 'Paused: a colleague changed the same fields meanwhile. Decide below.',
    },
    queued: 'Waiting: another batch works on the same cart. This one goes on after it.',
    elsewhere: 'This batch runs in another tab of this browser.',
    incomplete: (found: number, total: number) =>
      `The journal of this batch has ${found} of ${rows(total)}. It cannot say that it is done, and does not go on.`,
    waits: {
      'own-limit': (time: string) => `Waiting until ${time}: Orderdesk itself limits your requests.`,
      busy: (time: string) => `Waiting until ${time}: the API asks to slow down.`,
    },
    minutesLeft: (count: number) => (count === 1 ? 'about 1 minute left' : `about ${count} minutes left`),
    creatingCart: 'Creating the cart…',
    done: (count: number) => `Done: every row has its outcome, ${rows(count)} in all.`,
    imported: (count: number) =>
      count === 1 ? '1 line created in the cart.' : `${count} lines created in the cart.`,
    changed: (count: number) => (count === 1 ? '1 line changed.' : `${count} lines changed.`),
    reverted: (reverted: number, left: number) =>
      `Undone: ${reverted} put back, ${left} left because they were changed or ordered since.`,
    undone: (removed: number, left: number) =>
      `Undone: ${removed} removed, ${left} left because they were changed or ordered since.`,
    missing: (count: number) =>
      count === 1
        ? '1 created line is not in the cart any more.'
        : `${count} created lines are not in the cart any more.`,
    totals: 'Totals',
    sum: 'Total',
    rowKinds: {
      created: 'created',
      changed: 'changed',
      present: 'already there',
      unchanged: 'nothing to do',
      removed: 'removed',
      reverted: 'put back',
      skipped: 'skipped',
      failed: 'failed',
      conflict: 'to decide',
      unknown: 'unknown',
      sending: 'sending',
      waiting: 'waiting',
    },
    toDecide: 'to decide',
    number: 'Row',
    name: 'Name',
    outcome: 'Outcome',
    line: 'Line',
    reason: 'Reason',
    change: 'Change',
    receipt: 'Receipt',
    skips: {
      stopped: 'The batch was stopped before it.',
      'cart-confirmed': 'The cart was confirmed before it.',
      'cart-gone': 'The cart was deleted before it.',
      'line-ordered': 'The line was confirmed meanwhile.',
      'line-gone': 'The line does not exist any more.',
      locked: 'A field is locked since: the line comes from a quote.',
      theirs: "The colleague's value stays.",
    },
    storedOtherwise: (fields: string) => `The API stored another value: ${fields}.`,
    stays: { changed: 'Left: changed since', ordered: 'Left: ordered since' },
    pause: 'Pause',
    goOn: 'Go on',
    retry: (count: number) => (count === 1 ? 'Retry this row' : `Retry these ${count}`),
    stop: 'Stop here',
    undo: 'Undo',
    undoTitle: 'Undo this batch?',
    undoText: (count: number) =>
      `Deletes the lines that this batch created, ${count} at most. A line that was changed or ordered since stays.`,
    undoChangesText: (count: number) =>
      `Puts the values before back, on ${count === 1 ? '1 line' : `${count} lines`} at most. A value that was changed since stays, and so does an ordered line.`,
    download: (format: string) => `Receipt as ${format}`,
    fileName: 'batch',
    failedRows: (count: number) =>
      count === 1 ? 'Export the failed row' : `Export the ${count} failed rows`,
    failedFileName: 'failed-rows',
    decideTitle: 'To decide',
    decideText: (row: number) =>
      `Row ${row} was sent and its answer was lost. These lines are equal to it in all. Which one is it?`,
    conflictText: (row: number, name: string) =>
      `A colleague changed the same fields of row ${row}, ${name}, since you read it. Nothing was written there yet.`,
    conflictAction: 'Apply these choices',
    itIs: 'It is this one',
    noneOfThem: 'None of them: send the row again',
    candidate: (number: number) => `Line ${number}`,
    reading: (read: number, total: number) => `Reading the lines: ${read} of ${total}`,
    unreadable: (count: number) =>
      count === 1
        ? '1 line could not be read. Nothing was sent.'
        : `${count} lines could not be read. Nothing was sent.`,
    notStored:
      'This browser stores nothing, so a batch could not go on after an interruption. Nothing was sent.',
    onCart: (status: string, done: number, total: number) =>
      `A batch works on this cart. ${status}: ${done} of ${rows(total)}.`,
    onCartElsewhere: (done: number, total: number, time: string) =>
      `A batch is not finished with this cart: ${done} of ${rows(total)} on ${time}. Whoever started it goes on in their own browser.`,
    leftOut: (count: number) =>
      count === 1
        ? 'If you confirm now, 1 row of the batch is left out.'
        : `If you confirm now, ${count} rows of the batch are left out.`,
    open: 'Open the batch',
    changedOriginal: 'A copied line was changed here since, or is not there any more. It stays.',
  },
};

export type BatchMessages = typeof batchMessages;
