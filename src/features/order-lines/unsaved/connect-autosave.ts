import type { Autosave } from '~/autosave/autosave';
import type { AutosaveTarget } from '~/autosave/autosave-records';
import { listenToAutosaveTabs } from '~/autosave/storage/autosave-tabs';
import { emptyLineValues, type LineValues } from '~/contract/order-line';
import type { LineEditor } from '~/features/order-lines/edit-state/line-editor';

interface Connection {
  readonly target: AutosaveTarget;
  /** Another tab has saved the line. */
  readonly onSavedElsewhere: () => void;
}

/** Stores the input of an editor at each key, and forgets it once nothing is unsaved. Gives what ends it. */
export function connectAutosave(
  autosave: Autosave,
  editor: LineEditor,
  { target, onSavedElsewhere }: Connection,
): () => void {
  const isOfNewLine = target.startsWith('new-line:');
  const store = (mine: LineValues) => {
    // Stored text of a created line would be offered as a line still to create.
    if (isOfNewLine && editor.saved !== null) autosave.update(null);
    // What a new line began with, a copy for one, is nowhere else either.
    else autosave.update({ base: isOfNewLine ? emptyLineValues() : editor.base, mine });
  };
  const forgetSaved = () => {
    if (editor.edit().changed.length === 0 || (isOfNewLine && editor.saved !== null)) autosave.update(null);
  };
  const reportFailure = () => editor.setAutosaveFailure(autosave.state().failure);
  // Something may have been typed while this code was on its way.
  if (editor.edit().changed.length > 0) store(editor.edit().values);
  const ends = [
    editor.subscribeToInput(store),
    editor.subscribe(forgetSaved),
    autosave.subscribe(reportFailure),
    listenToAutosaveTabs((news) => {
      if (news.kind === 'saved' && news.object === target) onSavedElsewhere();
    }),
    autosave.open(),
  ];
  return () => {
    for (const end of ends) end();
  };
}
