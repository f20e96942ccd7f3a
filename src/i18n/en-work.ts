import type { ContactFieldName } from './field-names';

const contactFields = {
  end_customer_name: 'Company on site',
  siret: 'SIRET',
  contact1_email_address: 'E-mail',
  contact1_firstname: 'First name',
  contact1_lastname: 'Last name',
  contact1_phone_number: 'Phone',
  contact2_email_address: 'E-mail',
  contact2_firstname: 'First name',
  contact2_lastname: 'Last name',
  contact2_phone_number: 'Phone',
  city: 'City',
  postcode: 'Postcode',
  street_name: 'Street',
  street_number: 'Number',
  street_number_extension: 'Extension (bis, ter, B…)',
  insee_code: 'INSEE code',
  building_name: 'Building',
  level_number: 'Floor',
  latitude: 'Latitude',
  longitude: 'Longitude',
} satisfies Record<ContactFieldName, string>;

const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);
const points = (count: number) => (count === 1 ? '1 point' : `${count} points`);
const fields = (count: number) => (count === 1 ? '1 field' : `${count} fields`);

/** The texts of carts, lines, forms, files and the keyboard: what the lists do not need to show their first rows. */
export const workMessages = {
  contactFields,
  listKeys: {
    group: 'In a list',
    search: 'Go to the first filter',
    nextRow: 'Next row',
    previousRow: 'Previous row',
    open: 'Open the row',
    select: 'Select the row',
    nextPage: 'Next page',
    previousPage: 'Previous page',
    clear: 'Clear the filters',
  },

  columnsMenu: {
    button: 'Columns',
    title: 'Columns of this list',
    show: (column: string) => `Show ${column}`,
    moveUp: (column: string) => `Move ${column} up`,
    moveDown: (column: string) => `Move ${column} down`,
    pinFirst: 'Keep the first column in sight',
    density: 'Density',
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
    reset: 'As it was at first',
  },

  selection: {
    count: (count: number) => `${count} selected`,
    exportAll: 'Export the selected',
    openCarts: 'Open their carts',
    carts: 'Carts of the selected lines',
    clear: 'Clear the selection',
  },

  views: {
    button: (name: string) => `View: ${name}`,
    title: 'Views',
    none: 'No filter',
    unnamed: 'Present filters',
    changed: 'changed',
    builtIn: 'Ready-made',
    own: 'Yours',
    drafts: 'Drafts',
    expiring: 'Expiring in 14 days',
    inProgress: 'In progress',
    held: 'Held for validation',
    rejected: 'Rejected',
    update: (name: string) => `Save the changes to ${name}`,
    saveAsNew: 'Save as a new view',
    name: 'Name of the view',
    save: 'Save the view',
    undo: 'Undo',
    removed: (name: string) => `The view ${name} is deleted.`,
    taken: (name: string) =>
      `There is a view called ${name} already. Choose another name, or save the changes in that view.`,
    remove: (name: string) => `Delete the view ${name}`,
    start: (name: string) => `Start with ${name}`,
    isStart: 'your start',
    repaired: 'A saved view no longer fitted and was repaired.',
    setAside: 'Saved views could not be read and were set aside.',
  },

  pager: {
    toList: 'To the list',
    previous: 'Previous line',
    next: 'Next line',
    position: (index: string, total: string) => `${index} of ${total}`,
  },

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
      `We do not know yet whether the order was placed. The cart is being read again, since ${since}; please do not confirm it elsewhere.`,
    notPlaced: 'As far as the API shows, the order was not placed.',
    wrongGuess:
      'If the API carries it out after all and it is placed again, everything is ordered twice. Check the cart again before you place it.',
    checkAgain: 'Check the cart again',
  },

  checkingWrite: (since: string) => `We do not know yet whether this was done. Checking since ${since}.`,

  linePage: {
    title: (name: string) => name,
    newTitle: 'New line',
    newIntro:
      'Only the offer and its eligibility item are needed to save. The rest can wait until confirmation.',
    cartNotDraft: 'This cart has been confirmed; lines can be added to a draft only.',
    inCart: (name: string) => `in cart ${name}`,
    toCart: 'To the cart',
    sections: {
      customer: 'Customer and references',
      offer: 'Offer and options',
      network: 'Network',
      site: 'Site',
      contacts: 'Contacts',
      delivery: 'Delivery and notes',
    },
    contact1: 'On-site contact',
    contact2: 'Second contact',
    addContact2: 'Add a second contact',
    siteNumber: (number: number) => `Site ${number}`,
    readiness: 'To complete',
    readyTitle: 'Ready to confirm',
    readyText: 'Nothing is missing on this line.',
    readyButExpired: 'Nothing is missing, but the draft has expired: the API may refuse to confirm it.',
    openPoints: (missing: number, wrong: number) => {
      if (missing === 0) return `${points(wrong)} to correct`;
      return `${points(missing)} to complete${wrong === 0 ? '' : `, ${wrong} to correct`}`;
    },
    sectionPoints: (missing: number, wrong: number) => {
      if (missing === 0) return `${wrong} to correct`;
      return `${missing} to complete${wrong === 0 ? '' : `, ${wrong} to correct`}`;
    },
    allFilled: 'nothing missing',
    timeline: 'Timeline',
    facts: 'References and dates',
    unsaved: (count: number) => `Unsaved changes in ${fields(count)}`,
    saved: (time: string) => `Saved at ${time}`,
    seeOutcome: 'See what happened',
    created: 'Line created.',
    merged: (names: string) => `Changed by somebody else meanwhile, and kept beside your changes: ${names}.`,
    differencesTitle: 'The API kept something else',
    keptInstead: (field: string, kept: string, sent: string) =>
      `${field}: the API kept ${kept} instead of ${sent}.`,
    diaKept: 'The API computes the ENNI of a DIA line.',
    notReturned: 'Not returned by the API',
    sentNotReturned: (names: string) => `Sent, but the API does not show it back: ${names}.`,
    empty: 'nothing',
    noLongerDraft:
      'This line was confirmed meanwhile and can no longer be changed. What you typed is still here to copy.',
    readOnly: 'This line has been confirmed. It is followed here, not edited.',
    summaryTitle: 'The line was not saved',
    remove: 'Delete line',
    duplicate: 'Duplicate line',
    atAGlance: 'At a glance',
    removeTitle: 'Delete this line?',
    removeText: (name: string) => `${name} leaves the cart. This cannot be undone.`,
    removing: 'Deleting…',
    othersRemoved: (count: number) => `${lines(count)} more left the cart at the same time. Check the cart.`,
    notRemoved: 'The API answered, but the line is still in the cart.',
    rejectedTitle: 'Why this line was rejected',
    errorAt: (field: string) => `at ${field}`,
    errorValue: (value: string) => `Value: ${value}`,
    cancelledText: 'This line was cancelled.',
    expiresSoon: (date: string) => `This draft expires on ${date}.`,
    expired: (date: string) => `This draft expired on ${date}. The API may refuse to confirm it.`,
    keys: 'In a line',
    openQuote: 'From a quote',
  },

  /** Filling several fields at once. */
  filling: {
    cpeEmptied: 'Option 7021 was removed and the CPE numbers emptied.',
    undo: 'Undo',
    copySite: 'Copy from another line…',
    pasteHint: 'An address or a signature pasted into any of these fields can be split.',
  },

  options: {
    add: 'Add an option',
    hint: 'Type an option number and press Enter.',
    remove: (option: string) => `Remove option ${option}`,
    recent: 'Used lately:',
    addAgain: (option: string) => `Add option ${option}`,
  },

  locks: {
    quote: (quote: string) => `Fixed by quote ${quote}`,
    quoteFixes: (names: string) => `From a quote, these stay as they are: ${names}.`,
    unchanged: 'Nothing was changed: this field is locked.',
    atCreation: 'Cannot be changed once the line is saved',
    'creation-only': 'Set when the line is created; cannot be changed',
    dia: 'Computed by the API for DIA: this field is not sent',
    'not-draft': 'Confirmed',
  },

  issues: {
    required: 'Needed to confirm',
    requiredToCreate: 'Needed to save',
    'required-for-cpe': 'Needed with option 7021',
    'empty-without-cpe': 'Must be empty without option 7021',
    email: 'An e-mail address, for example marie.durand@example.fr',
    phone: 'A French number has ten digits, for example 01 99 00 12 34 or +33 1 99 00 12 34',
    postcode: 'Five digits, for example 76130',
    insee: 'Five characters, for example 76451 or 2A004',
    'siret-length': 'Fourteen digits, for example 732 829 320 00074',
    'siret-key': 'The check digit does not fit: a digit may be mistyped',
    'siret-zeros': 'All zeros: is this a placeholder?',
    vlan: 'A whole number from 1 to 4094',
    latitude: 'A number from −90 to 90, for example 49.4744',
    longitude: 'A number from −180 to 180, for example 1.0914',
    date: 'A date that exists',
    'date-past': 'This day has passed',
    'coordinates-swapped': 'Latitude and longitude seem to have changed places',
    'coordinates-abroad': 'This latitude and longitude lie outside of France',
    'insee-department':
      'Not of the same department as the postcode, which is right for a few communes only, served from the next one',
  },
  doubtful: (text: string) => `To check: ${text}`,

  timeline: {
    empty: 'Nothing has changed yet.',
    noReason: 'No reason given',
    noDate: 'Without a date',
    after: (duration: string) => `after ${duration}`,
    earlier: (duration: string) => `${duration} before the entry above`,
    sameTime: 'at the same time',
  },

  keyboard: {
    title: 'Keyboard shortcuts',
    goTo: 'Go to',
    everywhere: 'Everywhere',
    localData: 'Data on this computer',
    followedBy: 'then',
    keys: { mod: 'Ctrl', Escape: 'Esc', Enter: 'Enter' },
    characters: 'Shortcuts of letters and signs',
    charactersExplained: 'Switch them off if you dictate or hit keys by accident.',
  },

  palette: {
    title: 'Command palette',
    placeholder: 'Action, customer, reference, identifier…',
    openLine: 'Open the line with this identifier',
    openCart: 'Open the cart with this identifier',
    searching: 'Searching…',
    results: (count: number) => (count === 0 ? 'No result' : count === 1 ? '1 result' : `${count} results`),
    failed: 'The search has failed',
  },

  exporting: 'Export',
};

export type WorkMessages = typeof workMessages;
