/** The texts of the tools of a list, of the keyboard and of the data in this browser. */
export const toolMessages = {
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page was moved.',
  },

  waiting: {
    askAgainIn: (time: string) => `Asked again by itself in ${time}.`,
    askingAgain: 'Asked again…',
    tryIn: (time: string) => `You can try again in ${time}.`,
    tryNow: 'You can try again now.',
  },
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
    elsewhere: (count: number) => `${count} not on this page`,
    change: 'Change selected',
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
    unstored: 'Your views last only as long as this page is open: the storage of this browser refuses.',
    repaired: 'A saved view no longer fitted and was repaired.',
    setAside: 'Saved views could not be read and were set aside.',
  },

  newVersion: {
    title: 'A new version is there',
    text: 'Reload the page to see it.',
  },

  proxySignIn: {
    title: 'Something before Orderdesk wants a new sign-in',
    text: 'Your session at a proxy or firewall of your network has ended. Reload the page to sign in there.',
  },

  reloadedInput: {
    stored: 'What you typed is kept on this computer, and is offered again.',
    unstored: 'What you typed is not kept on this computer, and would be lost: save it or copy it first.',
  },

  cartGone: {
    title: 'This cart is gone or not yours',
    toCarts: 'Go to the carts',
  },

  tooLong: {
    size: (kilobytes: string) => `${kilobytes} KB`,
    here: (over: string, limit: string) =>
      `Nothing was sent: it is ${over} over the ${limit} that Orderdesk takes at once.`,
    elsewhere: (sent: string) =>
      `It takes ${sent}: more than something on the way, or the API, takes at once.`,
    longest: (field: string) => `The longest field is “${field}”: shorten it, then try again.`,
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

  localData: {
    title: 'Data on this computer',
    intro: 'This browser keeps, for you:',
    empty: 'This browser keeps nothing.',
    unread: 'Not all of it could be read: this browser may keep more.',
    texts: (count: number) =>
      count === 1 ? '1 text that is not saved' : `${count} texts that are not saved`,
    text: (when: string) => `text of ${when}`,
    ofLine: 'In a line',
    ofNewLine: 'In a new line',
    sent: (count: number) => (count === 1 ? 'what was sent of 1 cart' : `what was sent of ${count} carts`),
    batches: (count: number) =>
      count === 1 ? '1 batch with its receipt' : `${count} batches with their receipts`,
    views: (count: number) => (count === 1 ? '1 saved view' : `${count} saved views`),
    sites: (count: number) =>
      count === 1 ? '1 site or contact to suggest' : `${count} sites and contacts to suggest`,
    headers: (count: number) =>
      count === 1 ? '1 known header of spreadsheets' : `${count} known headers of spreadsheets`,
    tables: (count: number) => (count === 1 ? 'the columns of 1 list' : `the columns of ${count} lists`),
    confirmations: (count: number) =>
      count === 1
        ? '1 confirmation that is being checked: once wiped, its cart may be confirmed a second time by mistake'
        : `${count} confirmations that are being checked: once wiped, their carts may be confirmed a second time by mistake`,
    choices: (count: number) =>
      count === 1 ? '1 choice of language or appearance' : `${count} choices of language, appearance or keys`,
    wipe: 'Wipe all local data',
    sure: 'This cannot be undone. Nothing that was saved to the API is touched.',
    really: 'Wipe it all',
    wiped: 'Wiped from this computer:',
    failed: 'The browser did not let us wipe everything. Clear the data of this site in the browser itself.',
  },
};

export type ToolMessages = typeof toolMessages;
