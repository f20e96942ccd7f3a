import type { AutosaveState } from '~/autosave/autosave';
import { useEditorMessages } from '~/i18n/I18nProvider';
import styles from './AutosaveFailure.module.css';

/** Says that what is typed would be lost with the page, and why. */
export function AutosaveFailure({ failure }: { readonly failure: NonNullable<AutosaveState['failure']> }) {
  const { keptText } = useEditorMessages();
  return (
    <p role="alert" className={styles['failure']}>
      ⚠ {keptText[failure]}
    </p>
  );
}
