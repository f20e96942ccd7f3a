const fields = (count: number) => (count === 1 ? '1 field' : `${count} fields`);

/** The texts about what is not saved yet: leaving, conflicts, what is kept on this computer. */
export const unsavedMessages = {
  leaveDialog: {
    title: 'Leave with unsaved changes?',
    text: (count: number) => `${fields(count)} not saved yet.`,
    stay: 'Stay here',
    save: 'Save and leave',
    discard: 'Discard and leave',
    savingTitle: 'Saving before you leave',
    saving: 'This page is left as soon as the save has ended well.',
    keptMeanwhile: 'What you typed is kept on this computer if you do not wait.',
    leave: 'Leave without waiting',
  },

  discardDialog: {
    title: 'Discard changes?',
    text: (count: number) => `What you typed in ${fields(count)} will be lost.`,
    discard: 'Discard',
  },

  /** Why a line was not saved. */
  refusedValues: {
    api: (count: number) => (count === 1 ? 'The API refused 1 value:' : `The API refused ${count} values:`),
    desk: (count: number) => `${count === 1 ? '1 field is' : `${count} fields are`} needed to save:`,
    said: (words: string) => `(the API: “${words}”)`,
  },

  conflict: {
    title: 'The same fields were changed meanwhile',
    text: (time: string) =>
      `Nothing was saved yet. Choose a value for each field; theirs were read at ${time}.`,
    field: 'Field',
    base: 'Before',
    theirs: 'Theirs',
    mine: 'Yours',
    choice: (field: string, whose: string, value: string) => `${field}, ${whose}: ${value}`,
    chooseAll: (whose: string) => `Choose all of “${whose}”`,
    undecided: (count: number) => `${fields(count)} to decide`,
    save: 'Save with these choices',
  },

  keptText: {
    title: (when: string) => `Text typed on ${when} was not saved`,
    changes: (names: string) => `It changes: ${names}.`,
    changedMeanwhile: (names: string) =>
      `Since then this has changed, here or elsewhere: ${names}. Compare before you restore; what the text does not change stays as it is now.`,
    now: 'Now',
    typed: 'Typed',
    restore: 'Restore',
    restoreDecided: 'Restore with these choices',
    discard: 'Discard this text',
    elsewhereTitle: 'This line is being edited in another tab',
    elsewhereText: (when: string) =>
      `Text was typed there on ${when} and is not saved yet. What you type here does not mix with it.`,
    goOn: 'Go on here',
    unsavableTitle: 'What you typed is not in this line',
    unsavableText:
      'It can no longer be saved here. It is kept on this computer, for seven days at most, so that you can copy it.',
    unsavableHere:
      'It can no longer be saved here, and is not kept on this computer. Copy it before you leave this page.',
    nowIs: (value: string) => `now: ${value}`,
    newLine: (when: string) => `An unfinished new line, kept on ${when}`,
    goOnNewLine: 'Go on with it',
    ofRow: (when: string) => `Unsaved text of ${when}`,
    full: 'What you type is not kept on this computer: its storage is full. Save often.',
    blocked: 'What you type is not kept on this computer: the browser does not let us. Save often.',
  },
};

export type UnsavedMessages = typeof unsavedMessages;
