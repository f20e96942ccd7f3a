const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);
const orders = (count: number) => (count === 1 ? '1 order' : `${count} orders`);

/** The texts of placing orders and following them. */
export const orderMessages = {
  review: {
    unsavedTitle: 'Text on this computer that will not be ordered',
    unsavedNewLine: 'A new line',
    unsavedText: (time: string) => `has unsaved text of ${time} on this computer: it will not be ordered.`,
    reading: 'Reading the cart as it is now…',
    progress: (read: number, total: number) => `Lines read in full: ${read} of ${total}`,
    readAt: (time: string) => `Read at ${time}`,
    readAgain: 'Read everything again',
    partial: (count: number) =>
      `${lines(count)} could not be read in full. What the cart itself says of them is shown; read everything again before you place the order.`,
    partialLine: 'Not read in full',
    differences: (count: number) =>
      count === 1 ? '1 difference from what you saw before' : `${count} differences from what you saw before`,
    same: 'Nothing differs from what you saw before.',
    was: (value: string) => `before: ${value}`,
    empty: 'empty',
    changed: (count: number) => (count === 1 ? '1 field changed' : `${count} fields changed`),
    added: 'New in this cart',
    removed: (names: string) => `No longer in this cart: ${names}`,
    changedMeanwhile:
      'The cart was changed while you were looking at it. Nothing was sent. Look at the differences, then place the order.',
    changedNow: 'The cart has been changed since this page was read.',
    rereading: 'Reading everything once more before it is sent…',
    notReread: 'Nothing was sent: the cart could not be read once more',
    lineNotReread:
      'Nothing was sent: a line could not be read in full, so nobody can tell whether it is as shown. Read everything again.',
    confirmedElsewhere:
      'This click sent nothing: another tab or computer is confirming this cart. Its outcome shows here.',
    count: (count: number) => `This places ${orders(count)} at once.`,
    countShort: orders,
    expiredLines: (count: number) =>
      `${lines(count)} of an expired draft: the API may refuse to confirm this cart.`,
    toLine: (line: string) => `Open ${line}`,
    print: 'Print',
    record: 'Save the record',
  },

  record: {
    title: (cart: string) => `Order: ${cart}`,
    reviewed: (time: string) => `As reviewed on ${time}. Not sent when this was made.`,
    sent: (time: string) => `Sent on ${time}, exactly as shown here.`,
    open: (time: string) => `Sent on ${time}, as shown here. We do not know yet whether it was placed.`,
    notPlaced: (time: string) => `Of ${time}. This order was not placed.`,
    read: (time: string) => `As the API shows it on ${time}.`,
    line: (number: number, total: number) => `Line ${number} of ${total}`,
    file: 'order',
    reference: 'Reference',
    by: 'Sent by',
    identifier: 'Identifier',
    see: 'See what was sent',
    memoryText: (time: string) =>
      `Of ${time}. The storage of this browser refuses: what was sent is kept only as long as this page is open. Print or save it now.`,
    sentText: (time: string) =>
      `Sent on ${time}. What was sent is kept on this computer for seven days, every line as it was reviewed.`,
    readText:
      'This computer cannot show what was sent: it does not have it, or cannot read it. The record holds the cart as the API shows it now.',
    noneTitle: 'This computer cannot show what was sent',
    noneText:
      'What is sent is kept for seven days on the computer from which it was sent, if its storage took it and until its local data is wiped. The cart itself shows what the API has.',
  },

  followUp: {
    madeFrom: (date: string) => (date === '' ? 'was made from it.' : `was made from it on ${date}.`),
    continues: 'Continues',
    counts: 'Lines by outcome',
    countOf: (count: number, state: string) => `${state}: ${count}`,
    settled:
      'This cart is settled. It is read again when you come back to it, in case an order is cancelled.',
    noLongerRead: 'Not read by itself any more: this has taken more than an hour. Read it when you like.',
    cancelledText: (count: number) => `${lines(count)} cancelled after the confirmation.`,
    newCart: (count: number): string =>
      count === 1 ? 'New cart from the rejected line' : 'New cart from the rejected lines',
  },

  underWay: {
    title: 'Carts under way',
    count: (count: number) => (count === 1 ? '1 cart under way' : `${count} carts under way`),
    decidedCount: (count: number) => (count === 1 ? '1 cart decided' : `${count} carts decided`),
    since: (time: string) => `placed at ${time}`,
    decided: (count: number, total: number) => `${count} of ${total} decided`,
    checking: 'Checking whether the order was placed',
    notPlaced: 'Not placed',
    unread: 'Could not be read',
    forget: (cart: string) => `Stop following ${cart}`,
    announced: (cart: string, outcome: string) => `${cart}: ${outcome}`,
  },

  notify: {
    ask: 'Notify me when it is decided',
    on: 'This browser will notify you, also while you are elsewhere.',
    off: 'Stop notifying me',
    blocked: 'This browser does not allow notifications for this site.',
  },

  references: {
    tooLong: (most: number, length: number) =>
      `${length} characters, ${most} at most: the cart could not be found by a longer one.`,
  },

  copies: {
    rejectedTitle: 'New cart from the rejected lines',
    moveTitle: 'Move lines to a new cart',
    moveOpen: 'Move to a new cart',
    intro: (count: number, cart: string) =>
      `${lines(count)} of ${cart} copied into a new draft cart. The first cart stays as it is.`,
    choose: 'Lines to copy',
    referenceHint:
      'Links the two carts by their names. Change it, or empty it: the cart then gets a reference from this tool.',
    quote: (count: number) =>
      count === 1
        ? 'Keep the link of 1 line to its quote (five fields stay locked)'
        : `Keep the links of ${count} lines to their quotes (five fields stay locked)`,
    notCopied:
      'Not copied: identifiers, states, order references, dates of the order, and errors. Your reference of each line and the requested day are kept.',
    start: 'Create the cart',
    progress: (done: number, total: number) => `Lines created: ${done} of ${total}`,
    creatingCart: 'Creating the cart…',
    waiting: {
      'own-limit': 'Waiting: Orderdesk itself limits the number of requests.',
      busy: 'Waiting: the API asks to slow down.',
    },
    stopped: (done: number, total: number) =>
      `Stopped: ${done} of ${total} lines are in the new cart. Nothing is created twice when you go on.`,
    unknownLine: (line: string) =>
      `Nobody knows yet whether ${line} was created. Look into the new cart before you add it there.`,
    goOn: 'Go on',
    done: (count: number) => `The new cart has ${lines(count)}.`,
    open: 'Open the new cart',
    removeHere: (count: number) =>
      count === 1 ? 'Delete the copied line here' : `Delete the ${count} copied lines here`,
    removing: (done: number, total: number) => `Deleted here: ${done} of ${total}`,
    removed: 'The copied lines are deleted here.',
    keepHere: 'Leave them here',
  },

  leftCreation: {
    cart: (at: string) => `Cart sent at ${at}`,
    line: (at: string) => `Line sent at ${at}`,
    checking: 'Its answer was lost. Checking whether it was created.',
    unknown: 'We do not know whether it was created.',
    found: 'It was created.',
    none: 'It was not created. Should it appear all the same, delete the one that is too many.',
    several: 'More than one may be it.',
    open: 'Open',
    openOne: (number: number) => `Open ${number}`,
    checkAgain: 'Check again',
    forget: 'Understood',
  },

  confirmPage: {
    title: 'Check and place the order',
    intro: (count: number) => `${lines(count)} will be ordered as shown here. Placing the order is final.`,
    missingTitle: 'Before this cart can be confirmed',
    place: 'Place the order',
    placing: 'Placing the order…',
    back: 'Back to the cart',
    noLines: 'The cart has no lines. Add one first.',
    notDraft: 'This cart has already been confirmed.',
    unreadable: 'A line of this cart could not be read, so nobody can tell what would be ordered.',
    incomplete: (count: number) => `${lines(count)} to complete. Each point leads to its field.`,
    refusedTitle: 'The API refused to confirm. Nothing was placed.',
    notSentTitle: 'The order did not leave. Nothing was placed.',
    lineNumber: (number: number) => `Line ${number}`,
    warnings: 'Worth a second look',
    notReturned: 'Some fields are not returned by the API in a cart; open the line to see all of them.',
  },

  cartDates: {
    created: 'Cart created',
    ordered: 'Cart confirmed',
    completed: 'Processing completed',
    cancelled: 'Cart cancelled',
  },

  cartHead: {
    created: 'Created',
    expires: 'First draft expires',
    expired: (count: number, date: string) =>
      `${lines(count)} of this draft expired, the first on ${date}: a draft is kept for 90 days. The API may refuse to confirm it. Copy the lines to a new cart to begin a new 90 days.`,
    notDeletable:
      'This cart is not a draft any more, so it cannot be deleted here: one of its lines has a state, a history or an order date that a draft does not have.',
    expiredLine: 'Draft expired',
  },
};

export type OrderMessages = typeof orderMessages;
