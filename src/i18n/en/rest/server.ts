/** The texts of what was learned about the API. */
export const serverMessages = {
  unknownCart: {
    text: 'This order desk does not know the cart of this line, so the line cannot be saved yet. Open its cart once, then come back.',
    toCarts: 'All carts',
  },

  serverPage: {
    title: 'Server',
    intro:
      'What this order desk has learned about your API, where its document leaves a choice. It is learned again when the API contradicts it. You can set what you know better.',
    learned: 'Learned',
    notYet: 'Not known yet',
    nothing: 'Nothing yet. The first lists and saves will teach it.',
    unknown: 'not known',
    forget: 'Forget',
    mostRows: (rows: string) => `${rows} rows at most`,
    allRows: (rows: string) => `always ${rows} rows`,
    shown: (request: string, status: string, time: string) =>
      `Shown by an answer ${status} to ${request}, ${time}.`,
    worked: (request: string, status: string, time: string) =>
      `Worked with ${request}, answer ${status}, ${time}.`,
    refused: (request: string, status: string, time: string) =>
      `Learned from a refusal ${status} of ${request}, ${time}: the other form was refused.`,
    set: (time: string) => `Set by hand, ${time}.`,
    facts: {
      carts_paging: 'Paging parameters, list of carts',
      lines_paging: 'Paging parameters, list of order lines',
      carts_page_size: 'Page size, list of carts',
      lines_page_size: 'Page size, list of order lines',
      carts_longest: 'Most rows without a total, list of carts',
      lines_longest: 'Most rows without a total, list of order lines',
      carts_whole: 'Rows of a whole list, carts',
      lines_whole: 'Rows of a whole list, order lines',
      sort: 'Form of the sort',
      enni_2: 'Key of the secondary ENNI',
      cpe_networking_number: 'Key of the CPE network number',
      vlan: 'VLAN in a request',
      nulls: 'null for an empty field',
      blanks: '"" for an empty text',
      blank_numbers: '"" for an empty number or date',
      keys_not_taken: 'Keys of a contact that are shown and not taken',
      detail_fields: 'Further fields that a line’s detail carries',
      cart_fields: 'Fields that a line in a cart carries',
    },
    values: {
      none: 'none',
      minus: '-field',
      colon: 'field:desc',
      number: 'number',
      text: 'text',
      taken: 'taken',
      refused: 'refused',
    },
  },
};

export type ServerMessages = typeof serverMessages;
