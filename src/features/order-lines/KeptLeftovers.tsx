import { useEffect, useState, useSyncExternalStore } from 'react';
import { changedLeaves } from '~/domain/line-leaves';
import { useFormats } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { Keeper } from '~/kept/keeper';
import type { KeptEdit, KeptObject } from '~/kept/kept-edits';
import { UnsavableText } from './UnsavableText';

/** Text of a line that is gone, or of a new one whose cart takes no more lines: to read, copy and discard. */
export function KeptLeftovers({ object }: { readonly object: KeptObject }) {
  const [keeper] = useState(() => new Keeper(object));
  const { leftBehind } = useSyncExternalStore(keeper.subscribe, keeper.keeping);
  useEffect(() => keeper.open(), [keeper]);
  return leftBehind.map((edit) => (
    <Leftover key={edit.editor} edit={edit} onDiscard={() => void keeper.remove(edit)} />
  ));
}

function Leftover({ edit, onDiscard }: { readonly edit: KeptEdit; readonly onDiscard: () => void }) {
  const { keptText } = useUnsavedMessages();
  const { dateTime } = useFormats();
  return (
    <UnsavableText
      title={keptText.title(dateTime(new Date(edit.at).toISOString()))}
      text={{ mine: edit.mine, now: edit.base }}
      keys={changedLeaves(edit.base, edit.mine)}
      onDiscard={onDiscard}
    />
  );
}
