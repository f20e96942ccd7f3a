import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { Autosave } from '~/autosave/autosave';
import type { AutosaveTarget } from '~/autosave/autosave-records';
import { useLineEditor } from '~/features/order-lines/edit-state/use-line-editor';
import { connectAutosave } from './connect-autosave';
import { OpenInOtherTab } from './OpenInOtherTab';
import { RestoreUnsaved } from './RestoreUnsaved';

interface LineAutosaveProps {
  readonly target: AutosaveTarget;
  readonly cartId: string;
  /** Another tab has saved the line. Pass a stable function. */
  readonly onSavedElsewhere: () => void;
}

/** Stores unsaved input of the editor around it, and offers unsaved text of earlier editors. */
export function LineAutosave({ target, cartId, onSavedElsewhere }: LineAutosaveProps) {
  const editor = useLineEditor();
  const [autosave] = useState(() => new Autosave(target, cartId));
  const { leftBehind, elsewhereSince } = useSyncExternalStore(autosave.subscribe, autosave.state);
  const [newest] = leftBehind;
  useEffect(
    () => connectAutosave(autosave, editor, { target, onSavedElsewhere }),
    [autosave, editor, target, onSavedElsewhere],
  );
  return (
    <Suspense>
      {elsewhereSince !== null && <OpenInOtherTab since={elsewhereSince} />}
      {newest && (
        <RestoreUnsaved
          key={newest.editor}
          edit={newest}
          onTaken={() => void autosave.removeTaken(newest)}
          onDiscard={() => void autosave.remove(newest)}
        />
      )}
    </Suspense>
  );
}
