/** The texts of duplicating, of filling a site from elsewhere, and of splitting pasted text. */
export const entryMessages = {
  duplicating: {
    lineText: (name: string) =>
      `A new line begins as a copy of ${name}, as it is saved. Nothing is sent before you save it.`,
    cartText: (count: number, cart: string) =>
      `A new draft cart with copies of ${count === 1 ? 'the line' : `the ${count} lines`} of ${cart}, which stays as it is.`,
    cartQuotes: (count: number) =>
      count === 1 ? '1 line is from a quote' : `${count} lines are from quotes`,
    unreadable: (count: number) =>
      count === 1
        ? '1 line could not be read and is not copied.'
        : `${count} lines could not be read and are not copied.`,
    intoCart: 'Into the cart',
    thisCart: 'this cart',
    noDraftCart: 'There is no draft cart that a line could go into. Create a cart first.',
    quote: (quote: string) => `This line is from quote line ${quote}`,
    quoteChoices: {
      leave: 'Leave the quote. All fields of the new line can be changed.',
      keep: 'Keep the quote. End customer, offer, eligibility item, order name and business code stay locked.',
    },
    notCopied: 'Not copied:',
    apiOnly: 'references, states, dates and errors',
    siteAndContacts: 'site and contacts',
    unknown: (names: string) => `Not returned by the API, so nothing to copy: ${names}.`,
    begin: 'Duplicate',
    copyOf: (name: string) => `Copy of ${name}, not saved yet`,
  },

  cpe: {
    title: 'Remove option 7021?',
    text: 'Without it the CPE numbers must be empty. They would be emptied:',
    empty: 'Remove and empty',
  },

  siteFilling: {
    copySiteTitle: 'Copy the site and its contacts',
    copySiteText:
      'From a line of the same cart, the last one first. Fills every field of the site and its contacts.',
    noOtherSite: 'No other line of this cart has a site.',
    siteCopied: (name: string) => `Site and contacts are now those of ${name}.`,
    pasteTitle: 'Split the pasted text?',
    split: 'Split',
    leaveAsPasted: 'Leave as pasted',
    insteadOf: (value: string) => `(instead of ${value})`,
    noField: (rest: string) => `Finds no field: ${rest}`,
    emptied: 'Emptied',
    pasted: (count: number, emptied: number) =>
      `The pasted text fills ${count} fields${emptied === 0 ? '' : ` and empties ${emptied}`}.`,
  },

  siteBook: {
    title: 'From lines you have seen',
    found: (count: number) => (count === 1 ? '1 suggestion.' : `${count} suggestions.`),
    hint: 'Down arrow to choose, Escape to close.',
    otherAddress: 'This SIRET was also seen at another address',
    filled: {
      site: 'The site is filled from a line that you have seen.',
      person: 'The contact is filled from a line that you have seen.',
    },
  },
};

export type EntryMessages = typeof entryMessages;
