const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);

/** The texts of the list of carts and of one cart. */
export const cartMessages = {
  cartsPage: {
    title: 'Carts',
    caption: 'Carts',
    newCart: 'New cart',
    empty: 'No carts yet',
    emptyText: 'A cart holds the lines that are ordered together.',
    noReference: 'No reference',
    createTitle: 'New cart',
    create: 'Create cart',
    creating: 'Creating the cart…',
    referenceHint: 'How you will find the cart again.',
  },

  cartPage: {
    copyRow: 'Duplicate',
    copyColumn: 'Copy',
    title: (reference: string) => `Cart ${reference}`,
    untitled: 'Cart without a reference',
    derived: 'Worked out from its lines',
    lines: 'Lines',
    linesCaption: 'Lines of this cart',
    line: 'Line',
    offer: 'Offer',
    site: 'Site',
    toComplete: 'To complete',
    addLine: 'Add line',
    confirm: 'Confirm cart',
    remove: 'Delete cart',
    duplicate: 'Duplicate cart',
    readiness: (ready: number, total: number) => `${ready} of ${lines(total)} ready to confirm`,
    ready: 'Ready',
    missing: (count: number) => `${count} to complete`,
    noLinesTitle: 'No lines yet',
    noLinesText: 'Add the first line: an offer and its eligibility item are enough to begin with.',
    references: 'References',
    toolReference: 'Reference given by the tool, so that the cart can be found again. You can change it.',
    referencesSaved: 'References saved.',
    history: 'Timeline',
    lineCount: lines,
    removeTitle: 'Delete this cart?',
    removeText: (count: number) =>
      count === 0 ? 'The cart is empty.' : `The cart goes with its ${lines(count)}:`,
    removing: 'Deleting…',
  },

  outcome: {
    title: 'Outcome',
    underWay: (decided: number, total: number) => `Orders being created: ${decided} of ${total} decided`,
    watching: 'This page updates by itself.',
    readAt: (time: string) => `Last read at ${time}`,
    readNow: 'Read now',
    completed: (count: number) =>
      count === 1 ? 'The order was created.' : `All ${count} orders were created.`,
    someCreated: (created: number, total: number) => `${created} of ${total} orders were created.`,
    partial: (created: number, rejected: number) =>
      `${created === 1 ? '1 order was created' : `${created} orders were created`}, ${lines(rejected)} rejected.`,
    rejected: (count: number) =>
      count === 1
        ? 'The line was rejected. No order was created.'
        : `All ${count} lines were rejected. No order was created.`,
    oddText: (count: number, states: string) =>
      `${lines(count)} in a state that the desk does not know: ${states}.`,
    heldText: (count: number) =>
      `${lines(count)} of these held: the operator validates by hand. There is nothing to do for now.`,
    stayText: (count: number) =>
      `${lines(count)} still in progress. The operator may leave a line in this state.`,
    rejectedLines: 'Rejected lines',
    checking: (since: string) =>
      `We do not know yet whether the order was placed. It was sent from this computer at ${since}, and the cart is being read again; please do not confirm it elsewhere.`,
    checkingElsewhere: (since: string) =>
      `This cart is being confirmed from another computer or browser, since ${since}. We do not know yet whether the order was placed.`,
    checkedUntil: (until: string) =>
      `Until this is known nobody can change, confirm or delete the cart. If it shows only drafts after ${until}, it can be checked anew.`,
    lineLocked: (since: string) => `The cart of this line is being confirmed, since ${since}`,
    lineLockEnds: 'The form can be changed again by itself when the cart is free.',
    lockedInput: {
      stored: 'What you typed stays in the form, and is kept on this computer.',
      unstored: 'What you typed stays in the form, and is not kept on this computer: leave this page open.',
    },
    notPlacedSince: (at: string) =>
      `The order of ${at} was not placed: it never reached the API, or was refused.`,
    notPlaced: 'As far as the API shows, the order was not placed.',
    wrongGuess:
      'If the API carries it out after all and it is placed again, everything is ordered twice. Check the cart again before you place it.',
    checkAgain: 'Check the cart again',
  },
};

export type CartMessages = typeof cartMessages;
