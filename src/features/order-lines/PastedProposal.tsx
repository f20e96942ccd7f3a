import { useEffect, useMemo, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { CONTACT_FIELDS, type ContactField } from '~/contract/contact';
import { isWorthSplitting, readPastedText } from '~/domain/pasted-text';
import { leftoversOf } from '~/domain/replaced-address';
import { useEntryMessages } from '~/i18n/entry-messages';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Facts } from '~/ui/Facts';
import { Notice } from '~/ui/Notice';
import { leafLabel } from './line-labels';
import type { LineFormValues } from './line-form-values';
import styles from './PastedProposal.module.css';
import { useFillFields, type FilledFields } from './use-fill-fields';

interface PastedProposalProps {
  readonly text: string;
  /** The field that it was pasted into, and what that held before. */
  readonly name: string;
  readonly before: string;
  readonly onClose: () => void;
}

/** Pasted text split into fields: what would go where and what would be emptied, to be agreed with and to be taken back. */
export function PastedProposal({ text, name, before, onClose }: PastedProposalProps) {
  const messages = useAllMessages();
  const { siteFilling } = useEntryMessages();
  const { getValues, setFocus } = useFormContext<LineFormValues>();
  const fillFields = useFillFields();
  const [done, setDone] = useState<{ readonly emptied: number; readonly takeBack: () => void } | null>(null);
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const [, site = '0', targetName] = name.split('.');
  const target = CONTACT_FIELDS.find((field) => field === targetName);
  const proposal = useMemo(() => (target ? readPastedText(text, target) : null), [text, target]);
  if (!target || !proposal || !isWorthSplitting(proposal, target)) return null;

  const keyOf = (field: ContactField) => `related_contact_information.${Number(site)}.${field}` as const;
  const presentOf = (field: ContactField) => (field === target ? before : getValues(keyOf(field)));
  const leftovers = leftoversOf(proposal.fields, presentOf);
  const apply = () => {
    const changes = [...proposal.fields, ...leftovers.map((field) => [field, ''] as const)];
    const fields: FilledFields = changes.map(([field, value]) => [keyOf(field), value]);
    const isTargetChanged = changes.some(([field]) => field === target);
    const takeBack = fillFields(isTargetChanged ? fields : [[keyOf(target), before], ...fields]);
    setDone({ emptied: leftovers.length, takeBack });
    const [first] = proposal.fields;
    if (first) setFocus(keyOf(first[0]));
  };

  if (done) {
    return (
      <Notice
        tone="neutral"
        announce="status"
        actions={
          <div className={styles['actions']}>
            <Button
              onClick={() => {
                done.takeBack();
                onClose();
              }}
            >
              {messages.filling.undo}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {messages.common.close}
            </Button>
          </div>
        }
      >
        <p>{siteFilling.pasted(proposal.fields.length, done.emptied)}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="neutral"
      announce="status"
      title={siteFilling.pasteTitle}
      ref={notice}
      actions={
        <div className={styles['actions']}>
          <Button look="primary" onClick={apply}>
            {siteFilling.split}
          </Button>
          <Button onClick={onClose}>{siteFilling.leaveAsPasted}</Button>
        </div>
      }
    >
      <Facts
        facts={[
          ...proposal.fields.map(([field, value]) => {
            const present = presentOf(field);
            return {
              label: leafLabel(keyOf(field), messages),
              value:
                present === '' || present === value ? value : `${value} ${siteFilling.insteadOf(present)}`,
            };
          }),
          ...leftovers.map((field) => ({
            label: leafLabel(keyOf(field), messages),
            value: `${siteFilling.emptied} ${siteFilling.insteadOf(presentOf(field))}`,
          })),
        ]}
      />
      {proposal.rest.length > 0 && <p>{siteFilling.noField(proposal.rest.join(' · '))}</p>}
    </Notice>
  );
}
