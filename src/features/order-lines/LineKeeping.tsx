import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { emptyLineValues, type LineValues } from '~/contract/order-line';
import type { LeafKey } from '~/domain/line-leaves';
import { isDraft } from '~/domain/order-line-lifecycle';
import { Keeper, type Keeping } from '~/kept/keeper';
import type { KeptObject } from '~/kept/kept-edits';
import { listenToTabs } from '~/kept/tabs';
import { EditedElsewhere } from './EditedElsewhere';
import { useLineEditStore } from './line-edit';
import { TextLeftBehind } from './TextLeftBehind';
import { UnsavableEdit } from './UnsavableText';

export interface LineKeepingProps {
  readonly object: KeptObject;
  readonly cartId: string;
  /** Puts text into the form, and the focus into one of its fields. */
  readonly onRestore: (values: LineValues, focus: LeafKey | undefined) => void;
  readonly onDiscard: () => void;
  readonly onTrouble: (trouble: Keeping['trouble']) => void;
  /** Another tab has saved the line. */
  readonly onSavedElsewhere: () => void;
}

/** Keeps on this computer what is typed in the form around it, outside of React, and offers what was left behind. */
export function LineKeeping({
  object,
  cartId,
  onRestore,
  onDiscard,
  onTrouble,
  onSavedElsewhere,
}: LineKeepingProps) {
  const store = useLineEditStore();
  const [keeper] = useState(() => new Keeper(object, cartId));
  const { leftBehind, elsewhereSince, trouble } = useSyncExternalStore(keeper.subscribe, keeper.keeping);
  const [newest] = leftBehind;
  const isEditable = store.saved === null || isDraft(store.saved);

  useEffect(() => keeper.open(), [keeper]);
  useEffect(() => {
    // What a new line began with, a copy for one, is nowhere else either.
    const base = store.saved === null ? emptyLineValues() : store.base;
    const keep = (mine: LineValues) => keeper.typed({ base, mine });
    const forgetUnchanged = () => {
      if (store.edit().changed.length === 0) keeper.typed(null);
    };
    // Something may have been typed while this code was on its way; a new base may have left nothing unsaved.
    if (store.edit().changed.length > 0) keep(store.edit().values);
    else keeper.typed(null);
    const stopKeeping = store.subscribeToTyping(keep);
    const stopForgetting = store.subscribe(forgetUnchanged);
    return () => {
      stopKeeping();
      stopForgetting();
    };
  }, [store, keeper]);
  useEffect(() => onTrouble(trouble), [trouble, onTrouble]);
  useEffect(
    () =>
      listenToTabs((news) => {
        if (news.kind === 'saved' && news.object === object) onSavedElsewhere();
      }),
    [object, onSavedElsewhere],
  );

  return (
    <Suspense>
      {elsewhereSince !== null && isEditable && <EditedElsewhere since={elsewhereSince} />}
      {!isEditable && <UnsavableEdit onDiscard={onDiscard} />}
      {newest && (
        <TextLeftBehind
          key={newest.editor}
          edit={newest}
          isEditable={isEditable}
          onRestore={(values, focus) => {
            onRestore(values, focus);
            void keeper.remove(newest);
          }}
          onRemove={() => void keeper.remove(newest)}
        />
      )}
    </Suspense>
  );
}
