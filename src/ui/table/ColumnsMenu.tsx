import { useAllMessages } from '~/i18n/I18nProvider';
import { Button, Checkbox, Radio } from '@mantine/core';
import type { Column } from './table-model';
import { Menu } from '~/ui/dialogs/Menu';
import styles from './ColumnsMenu.module.css';
import { defaultSettings, DENSITIES, useTableSettings, type SettingsStore } from './table-settings';

interface ColumnsMenuProps<Row> {
  readonly store: SettingsStore;
  /** All columns that there are. */
  readonly columns: readonly Column<Row>[];
}

/** Which columns a table shows, in which order, how close its rows stand, and whether the first column stays in sight. */
export function ColumnsMenu<Row>({ store, columns }: ColumnsMenuProps<Row>) {
  const { columnsMenu } = useAllMessages();
  const settings = useTableSettings(store);
  const shown = settings.columns;
  const hidden = columns.filter(({ key }) => !shown.includes(key)).map(({ key }) => key);
  const headerOf = (key: string) => columns.find((column) => column.key === key)?.header ?? key;
  const show = (next: readonly string[]) => store.set({ ...settings, columns: next });
  const move = (key: string, by: -1 | 1) => {
    const at = shown.indexOf(key);
    const next = shown.filter((other) => other !== key);
    show(next.toSpliced(at + by, 0, key));
  };
  return (
    <Menu label={columnsMenu.button}>
      {() => (
        <>
          <h2>{columnsMenu.title}</h2>
          <ul className={styles['list']}>
            {[...shown, ...hidden].map((key) => {
              const at = shown.indexOf(key);
              const header = headerOf(key);
              return (
                <li key={key} className={styles['row']}>
                  <Checkbox
                    label={header}
                    checked={at >= 0}
                    disabled={at >= 0 && shown.length === 1}
                    aria-label={columnsMenu.show(header)}
                    onChange={() => show(at >= 0 ? shown.filter((other) => other !== key) : [...shown, key])}
                  />
                  {at >= 0 && (
                    <span className={styles['moves']}>
                      <button
                        type="button"
                        aria-label={columnsMenu.moveUp(header)}
                        disabled={at === 0}
                        onClick={() => move(key, -1)}
                      >
                        ↑
                      </button>
                      <button
                        type="button"
                        aria-label={columnsMenu.moveDown(header)}
                        disabled={at === shown.length - 1}
                        onClick={() => move(key, 1)}
                      >
                        ↓
                      </button>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
          <Checkbox
            label={columnsMenu.pinFirst}
            checked={settings.pinFirst}
            onChange={() => store.set({ ...settings, pinFirst: !settings.pinFirst })}
          />
          <fieldset className={styles['density']}>
            <legend>{columnsMenu.density}</legend>
            {DENSITIES.map((density) => (
              <Radio
                key={density}
                name="density"
                label={columnsMenu.densities[density]}
                checked={settings.density === density}
                onChange={() => store.set({ ...settings, density })}
              />
            ))}
          </fieldset>
          <Button variant="subtle" onClick={() => store.set(defaultSettings(store.defaults))}>
            {columnsMenu.reset}
          </Button>
        </>
      )}
    </Menu>
  );
}
