import { memo, type ReactNode } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/Panel';
import { useFromEdit, useSavedLine, type LineEdit } from './line-edit';
import { LineField } from './LineField';
import styles from './LineSection.module.css';
import { LINE_SECTIONS, sectionOf, type LineSectionName, type SectionName } from './line-sections';
import { openCounts } from '~/domain/confirmation-readiness';
import { isDraft } from '~/domain/order-line-lifecycle';

interface SectionPanelProps {
  readonly section: SectionName;
  readonly children: ReactNode;
}

/** A titled part of the form with the count of what it misses. */
export function SectionPanel({ section, children }: SectionPanelProps) {
  const { linePage } = useAllMessages();
  return (
    <div className={styles['section']}>
      <Panel title={linePage.sections[section]} aside={<SectionCount section={section} />}>
        {children}
      </Panel>
    </div>
  );
}

function SectionCount({ section }: { readonly section: SectionName }) {
  const { linePage } = useAllMessages();
  const saved = useSavedLine();
  const countsOf = ({ issues }: LineEdit) =>
    openCounts(issues.filter(({ key }) => sectionOf(key) === section));
  // Two numbers, not one object: the count is rendered when one of them changes.
  const missing = useFromEdit((edit) => countsOf(edit).missing);
  const wrong = useFromEdit((edit) => countsOf(edit).wrong);
  if (saved && !isDraft(saved)) return null;
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
  const { lineFields } = useAllMessages();
  return (
    <SectionPanel section={section}>
      <div className={styles['fields']}>
        {LINE_SECTIONS[section].map(({ field, input, inputMode, isWide }) => (
          <LineField
            key={field}
            name={field}
            label={lineFields[field]}
            place={isWide ? styles['wide'] : undefined}
            {...(input ? { input } : {})}
            {...(inputMode ? { inputMode } : {})}
          />
        ))}
      </div>
    </SectionPanel>
  );
});
