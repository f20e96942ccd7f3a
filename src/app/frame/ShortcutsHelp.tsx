import { useState } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button, Checkbox } from '@mantine/core';
import { LinkButton } from '~/ui/LinkButton';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { ShortcutKeys } from '~/ui/keyboard/ShortcutKeys';
import {
  areCharacterShortcutsOn,
  registeredShortcuts,
  switchCharacterShortcuts,
} from '~/ui/keyboard/shortcuts';
import styles from './ShortcutsHelp.module.css';

interface ShortcutsHelpProps {
  readonly onClose: () => void;
  /** Leads to what this browser keeps. */
  readonly onLocalData: () => void;
}

/** Lists the shortcuts of the page on which it was opened, and switches those of letters and signs. */
export function ShortcutsHelp({ onClose, onLocalData }: ShortcutsHelpProps) {
  const { keyboard, common, serverPage } = useAllMessages();
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
        <LinkButton to="/server" onClick={onClose}>
          {serverPage.title}
        </LinkButton>
        <Button onClick={onLocalData}>{keyboard.localData}</Button>
        <Button onClick={onClose}>{common.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

function CharacterSwitch() {
  const { keyboard } = useAllMessages();
  const [isOn, setIsOn] = useState(areCharacterShortcutsOn);
  return (
    <Checkbox
      label={keyboard.characters}
      description={keyboard.charactersExplained}
      checked={isOn}
      onChange={({ currentTarget: { checked } }) => {
        switchCharacterShortcuts(checked ? 'on' : 'off');
        setIsOn(checked);
      }}
    />
  );
}
