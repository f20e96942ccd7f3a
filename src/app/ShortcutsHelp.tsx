import { useId, useState } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { ShortcutKeys } from '~/ui/ShortcutKeys';
import { areCharacterShortcutsOn, registeredShortcuts, switchCharacterShortcuts } from '~/ui/shortcuts';
import styles from './ShortcutsHelp.module.css';

interface ShortcutsHelpProps {
  readonly onClose: () => void;
  /** Leads to what this browser keeps. */
  readonly onLocalData: () => void;
}

/** Lists the shortcuts of the page on which it was opened, and switches those of letters and signs. */
export function ShortcutsHelp({ onClose, onLocalData }: ShortcutsHelpProps) {
  const { keyboard, common } = useAllMessages();
  const [shortcuts] = useState(registeredShortcuts);
  const groups = Map.groupBy(shortcuts, ({ group }) => group);
  return (
    <Dialog title={keyboard.title} onClose={onClose}>
      {/* First, so that the focus, which it gets, stays at the top of a long list. */}
      <CharacterSwitch />
      {[...groups].map(([group, shortcuts]) => (
        <section key={group} className={styles['group']}>
          <h3>{group}</h3>
          <dl>
            {shortcuts.map(({ keys, label }) => (
              <div key={keys} className={styles['row']}>
                <dt>{label}</dt>
                <dd>
                  <ShortcutKeys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <DialogActions>
        <Button onClick={onLocalData}>{keyboard.localData}</Button>
        <Button onClick={onClose}>{common.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

function CharacterSwitch() {
  const { keyboard } = useAllMessages();
  const [isOn, setIsOn] = useState(areCharacterShortcutsOn);
  const noteId = useId();
  return (
    <div className={styles['switch']}>
      <label>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={noteId}
          onChange={({ currentTarget: { checked } }) => {
            switchCharacterShortcuts(checked ? 'on' : 'off');
            setIsOn(checked);
          }}
        />
        {keyboard.characters}
      </label>
      <p id={noteId}>{keyboard.charactersExplained}</p>
    </div>
  );
}
