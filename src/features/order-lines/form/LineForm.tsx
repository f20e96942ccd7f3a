import { Suspense, useCallback, useDeferredValue, useRef, type ReactNode } from 'react';
import type { AutosaveTarget } from '~/autosave/autosave-records';
import { LineEditorContext } from '~/features/order-lines/edit-state/use-line-editor';
import { LazyLineAutosave } from '~/features/order-lines/unsaved/lazy';
import { UnsavedGuard } from '~/features/order-lines/unsaved/UnsavedGuard';
import { useNarrow } from '~/ui/browser/use-narrow';
import { focusFallback } from '~/ui/keyboard/focus-refs';
import styles from './LineForm.module.css';
import { LineSection } from './LineSection';
import { ReadinessPanel } from './ReadinessPanel';
import { SaveBar } from './SaveBar';
import { SaveResult } from './SaveResult';
import { SaveShortcut } from './SaveShortcut';
import { ContactsSection, SiteSection } from './SiteFields';
import { useEditorOf, type EditedLine } from './use-editor-of';

interface LineFormProps extends EditedLine {
  /** The name of its unsaved text in the browser's storage. */
  readonly autosaveTarget: AutosaveTarget;
  readonly cartId: string;
  /** Another tab has saved the line. */
  readonly onSavedElsewhere?: () => void;
  /** Above the sections. */
  readonly notices: ReactNode;
  /** Beside the sections, after the readiness. */
  readonly aside?: ReactNode;
}

const nothing = () => undefined;

/** The form of a line, for a new one and for a saved draft alike. It draws what its editor knows. */
export function LineForm(props: LineFormProps) {
  const { isLocked, autosaveTarget, cartId, notices, aside, onSavedElsewhere = nothing } = props;
  const editor = useEditorOf(props);
  const isNarrow = useNarrow();
  // What is beside the fields is drawn once they stand.
  const isWhole = useDeferredValue(true, false);
  const top = useRef<HTMLDivElement>(null);
  const topRef = useCallback((notices: HTMLDivElement | null) => {
    top.current = notices;
    return focusFallback(notices);
  }, []);
  const save = () => void editor.save();
  return (
    <LineEditorContext value={editor}>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className={styles['layout']}>
          <div className={styles['sections']}>
            <div className={styles['notices']} tabIndex={-1} ref={topRef}>
              {notices}
              <SaveResult />
              <Suspense>
                {isWhole && (
                  <LazyLineAutosave
                    target={autosaveTarget}
                    cartId={cartId}
                    onSavedElsewhere={onSavedElsewhere}
                  />
                )}
              </Suspense>
            </div>
            {!isLocked && isNarrow && <ReadinessPanel isFolded />}
            <SaveShortcut onSave={save} />
            <LineSection section="customer" />
            <LineSection section="offer" />
            <LineSection section="network" />
            <SiteSection />
            <ContactsSection />
            <LineSection section="delivery" />
            {!isLocked && <SaveBar onSeeOutcome={() => top.current?.focus()} />}
          </div>
          <div className={styles['side']}>
            {!isLocked && !isNarrow && <ReadinessPanel />}
            {isWhole && aside}
          </div>
        </div>
        <UnsavedGuard />
      </form>
    </LineEditorContext>
  );
}
