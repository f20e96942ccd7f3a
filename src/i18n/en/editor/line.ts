import type { ContactFieldName } from '~/i18n/field-names';

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

/** The texts of one line: its page, its form, what the operator refused. */
export const lineMessages = {
  contactFields,
  pager: {
    toList: 'To the list',
    previous: 'Previous line',
    next: 'Next line',
    position: (index: string, total: string) => `${index} of ${total}`,
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
    postalAddress: 'Address',
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
    fieldsNotReturned: (names: string) => `Not returned by the API: ${names}.`,
    sentNotReturned: (names: string) => `Sent, but the API does not show it back: ${names}.`,
    empty: 'nothing',
    noLongerDraft: 'This line was confirmed meanwhile and can no longer be changed.',
    summaryTitle: 'The line was not saved',
    remove: 'Delete line',
    duplicate: 'Duplicate line',
    atAGlance: 'At a glance',
    removeTitle: 'Delete this line?',
    removeText: (name: string) => `${name} leaves the cart. This cannot be undone.`,
    removing: 'Deleting…',
    othersRemoved: (count: number) => `${lines(count)} more left the cart meanwhile. Check the cart.`,
    notRemoved: 'The API answered, but the line is still in the cart.',
    rejectedTitle: 'Why this line was rejected',
    rejectedValue: (said: string) => `Rejected value: ${said}`,
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
    'vlan-text': 'Several VLANs or other text: the API describes one VLAN',
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

  lifecycle: {
    cart: 'Lifecycle of a cart',
    line: 'Lifecycle of an order line',
    present: 'current state',
    taken: 'passed',
    ahead: 'possible',
    closed: 'not taken',
    staysInProgress: 'Stays in progress',
  },

  timeline: {
    empty: 'Nothing has changed yet.',
    noReason: 'No reason given',
    noDate: 'Without a date',
    after: (duration: string) => `after ${duration}`,
    earlier: (duration: string) => `${duration} before the entry above`,
    sameTime: 'at the same time',
  },

  rejections: {
    INVALID_SIRET: 'The operator does not accept this SIRET.',
    UNKNOWN_ENNI: 'The operator does not know this ENNI.',
    INSEE_MISMATCH: 'The INSEE code does not fit the address.',
    ELIGIBILITY_EXPIRED: 'The eligibility is too old: check it again.',
    VLAN_IN_USE: 'This VLAN is already in use.',
    UNREACHABLE_CONTACT: 'The on-site contact could not be reached.',
    OFFER_NOT_AVAILABLE: 'The offer is not available at this address.',
  },

  rejected: {
    unexplained: 'The operator gave no error.',
    before: 'Value rejected before:',
    count: (count: number) => `${count} with a value that was rejected before`,
    beforeTitle: 'Values that were rejected before',
    copiedTitle: 'Copied from a rejected line',
    copiedText: 'What the operator refused stands at its field until you change it:',
  },
};

export type LineMessages = typeof lineMessages;
