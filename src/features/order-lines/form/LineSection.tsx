import { memo, type ReactNode } from 'react';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/panel/Panel';
import type { LineEdit } from '~/features/order-lines/edit-state/line-edit';
import { useEditValue } from '~/features/order-lines/edit-state/use-line-editor';
import { LineFormField } from './LineFormField';
import styles from './LineSection.module.css';
import {
  LINE_SECTIONS,
  sectionOf,
  type LineSectionName,
  type SectionName,
} from '~/features/order-lines/labels/line-sections';
import { openCounts } from '~/domain/lines/confirmation-readiness';

interface SectionPanelProps {
  readonly section: SectionName;
  readonly children: ReactNode;
}

/** A titled part of the form with the count of what it misses. */
export function SectionPanel({ section, children }: SectionPanelProps) {
  const { linePage } = useEditorMessages();
  return (
    <div className={styles['section']}>
      <Panel title={linePage.sections[section]} aside={<SectionCount section={section} />}>
        {children}
      </Panel>
    </div>
  );
}

function SectionCount({ section }: { readonly section: SectionName }) {
  const { linePage } = useEditorMessages();
  const countsOf = ({ issues }: LineEdit) =>
    openCounts(issues.filter(({ key }) => sectionOf(key) === section));
  // Two numbers, not one object: the count is rendered when one of them changes.
  const missing = useEditValue((edit) => countsOf(edit).missing);
  const wrong = useEditValue((edit) => countsOf(edit).wrong);
  return missing + wrong > 0 ? (
    <span className={styles['count']}>{linePage.sectionPoints(missing, wrong)}</span>
  ) : (
    <span className={`${styles['count']} ${styles['complete']}`}>✓ {linePage.allFilled}</span>
  );
}

interface LineSectionProps {
  readonly section: LineSectionName;
}

/** A section that is drawn from the table of fields; a save that begins or ends leaves its fields alone. */
export const LineSection = memo(function LineSection({ section }: LineSectionProps) {
  const { lineFields } = useEditorMessages();
  return (
    <SectionPanel section={section}>
      <div className={styles['fields']}>
        {LINE_SECTIONS[section].map(({ field, input, inputMode, isWide }) => (
          <LineFormField
            key={field}
            name={field}
            label={lineFields[field]}
            className={isWide ? styles['wide'] : undefined}
            {...(input ? { input } : {})}
            {...(inputMode ? { inputMode } : {})}
          />
        ))}
      </div>
    </SectionPanel>
  );
});
