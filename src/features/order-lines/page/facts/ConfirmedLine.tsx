import { useLocation } from '@tanstack/react-router';
import { Suspense, useCallback } from 'react';
import type { EndedInput } from '~/autosave/autosave-records';
import type { OrderLine } from '~/contract/order-line';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { focusOn } from '~/ui/keyboard/focus-refs';
import { RejectionNotice } from '~/features/order-lines/rejections/notices/RejectionNotice';
import { LazyOrphanedUnsaved } from '~/features/order-lines/unsaved/orphaned/lazy';
import { TwoColumns } from '~/ui/panel/TwoColumns';
import styles from './ConfirmedLine.module.css';
import { FieldsNotReturned } from './FieldsNotReturned';
import { LineFacts } from './LineFacts';
import { LineReferences } from './LineReferences';
import { LineTimeline } from './LineTimeline';

interface ConfirmedLineProps {
  readonly line: OrderLine;
  /** The line was confirmed while its form was open here; with the text that was not saved. */
  readonly end: { readonly unsaved: EndedInput | null } | null;
  readonly onDiscard: () => void;
}

const NOTHING_STORED = {};

/** A line that is not edited: its values to read and copy, and what became of it. */
export function ConfirmedLine({ line, end, onDiscard }: ConfirmedLineProps) {
  const { linePage } = useEditorMessages();
  const { hash } = useLocation();
  // A rejection elsewhere leads to its fact by the URL.
  const goToHash = useCallback(
    (facts: HTMLElement | null) => {
      if (facts) document.getElementById(hash)?.focus();
    },
    [hash],
  );
  return (
    <TwoColumns side={<LineTimeline line={line} />}>
      {end && (
        <Notice tone="warning" announce="alert" ref={focusOn}>
          <p>{linePage.noLongerDraft}</p>
        </Notice>
      )}
      <Suspense>
        <LazyOrphanedUnsaved
          object={`line:${line.id}`}
          now={line}
          typed={end?.unsaved ?? null}
          onDiscardTyped={onDiscard}
        />
      </Suspense>
      {line.termination_error.length > 0 && (
        <RejectionNotice
          line={line}
          stored={NOTHING_STORED}
          wayTo={(key, name) => <a href={`#${key}`}>{name}</a>}
        />
      )}
      <div className={styles['sections']} ref={goToHash}>
        <LineReferences line={line} />
        <LineFacts line={line} />
      </div>
      <FieldsNotReturned line={line} />
    </TwoColumns>
  );
}
