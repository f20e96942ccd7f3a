import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Dialog } from '~/ui/dialogs/Dialog';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { ShortcutKeys } from '~/ui/keyboard/ShortcutKeys';
import { registeredShortcuts } from '~/ui/keyboard/shortcuts';
import styles from './CommandPalette.module.css';
import { usePaletteActions } from './palette-actions';
import { entryAfter, matchingEntries, type PaletteEntry } from './palette-entries';
import { usePaletteSearch } from './palette-search';

/** One input that leads anywhere: actions, lines, carts. A combobox whose list is always open. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { palette } = useAllMessages();
  const [text, setText] = useState('');
  const [activeId, setActiveId] = useState('');
  const [shortcuts] = useState(registeredShortcuts);
  const actions = usePaletteActions(shortcuts);
  const { entries: found, isSearching, error, retry } = usePaletteSearch(text);
  const groups = [...Map.groupBy([...matchingEntries(actions, text), ...found], ({ group }) => group)];
  const entries = groups.flatMap(([, members]) => members);
  const active = entries.find(({ id }) => id === activeId) ?? entries[0];
  // What is marked stays marked when rows arrive above it, else Enter would take another than the one just seen.
  if (active && active.id !== activeId) setActiveId(active.id);

  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const optionId = (entry: PaletteEntry) => `${listId}-${entries.indexOf(entry)}`;

  const take = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    // First the palette goes and gives the focus back; what follows may move it.
    flushSync(onClose);
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    const next = step && entryAfter(entries, active, step);
    if (next) {
      setActiveId(next.id);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') take(active);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={palette.title} onClose={onClose}>
      <input
        className={styles['input']}
        type="text"
        role="combobox"
        aria-label={palette.title}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && optionId(active)}
        autoComplete="off"
        spellCheck={false}
        placeholder={palette.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActiveId('');
          list.current?.scrollTo({ top: 0 });
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={palette.title} className={styles['list']}>
        {groups.map(([group, members], index) => (
          <EntryGroup
            key={group}
            headingId={`${listId}-group-${index}`}
            heading={group}
            entries={members}
            active={active}
            optionId={optionId}
            onPoint={setActiveId}
            onTake={take}
          />
        ))}
      </div>
      {error && <FailureNotice error={error} of="read" title={palette.failed} onRetry={retry} />}
      <p role="status" className={styles['status']}>
        {isSearching ? palette.searching : palette.results(entries.length)}
      </p>
    </Dialog>
  );
}

interface EntryGroupProps {
  readonly headingId: string;
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
  readonly active: PaletteEntry | undefined;
  readonly optionId: (entry: PaletteEntry) => string;
  readonly onPoint: (id: string) => void;
  readonly onTake: (entry: PaletteEntry) => void;
}

/** The entries under one heading. */
function EntryGroup(props: EntryGroupProps) {
  const { headingId, heading, entries, active, optionId, onPoint, onTake } = props;
  return (
    <div role="group" aria-labelledby={headingId}>
      <div id={headingId} role="presentation" className={styles['heading']}>
        {heading}
      </div>
      {entries.map((entry) => (
        <button
          key={entry.id}
          id={optionId(entry)}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={entry === active}
          className={styles['option']}
          onPointerMove={() => onPoint(entry.id)}
          onClick={() => onTake(entry)}
        >
          <span className={styles['label']}>{entry.label}</span>
          {entry.note && <span>{entry.note}</span>}
          {entry.keys && <ShortcutKeys keys={entry.keys} />}
        </button>
      ))}
    </div>
  );
}
