import { useMemo, useState } from 'react';
import { CONTACT_FIELDS, type ContactField } from '~/contract/contact';
import { isWorthSplitting, readPastedText } from '~/domain/paste/pasted-text';
import { leftoversOf } from '~/domain/paste/replaced-address';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Facts } from '~/ui/facts/Facts';
import { Notice } from '~/ui/feedback/Notice';
import { fieldLabel } from '~/i18n/field-label';
import { useLineEditor } from '~/features/order-lines/edit-state/use-line-editor';
import { FilledNotice } from './FilledNotice';
import styles from './PastedProposal.module.css';
import {
  siteFieldName,
  useFillFields,
  type FilledFields,
} from '~/features/order-lines/edit-state/use-fill-fields';

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
  const { siteFilling } = messages;
  const { getValues, setFocus } = useLineEditor().form;
  const fillFields = useFillFields();
  const [done, setDone] = useState<{ readonly emptied: number; readonly takeBack: () => void } | null>(null);
  const [, site = '0', targetName] = name.split('.');
  const target = CONTACT_FIELDS.find((field) => field === targetName);
  const proposal = useMemo(() => (target ? readPastedText(text, target) : null), [text, target]);
  if (!target || !proposal || !isWorthSplitting(proposal, target)) return null;

  const keyOf = (field: ContactField) => siteFieldName(Number(site), field);
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
    const text = siteFilling.pasted(proposal.fields.length, done.emptied);
    return <FilledNotice text={text} onTakeBack={done.takeBack} onClose={onClose} />;
  }
  return (
    <Notice
      tone="neutral"
      announce="status"
      title={siteFilling.pasteTitle}
      ref={scrollIntoSight}
      actions={
        <div className={styles['actions']}>
          <Button variant="filled" onClick={apply}>
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
              label: fieldLabel(keyOf(field), messages),
              value:
                present === '' || present === value ? value : `${value} ${siteFilling.insteadOf(present)}`,
            };
          }),
          ...leftovers.map((field) => ({
            label: fieldLabel(keyOf(field), messages),
            value: `${siteFilling.emptied} ${siteFilling.insteadOf(presentOf(field))}`,
          })),
        ]}
      />
      {proposal.rest.length > 0 && <p>{siteFilling.noField(proposal.rest.join(' · '))}</p>}
    </Notice>
  );
}

function scrollIntoSight(notice: HTMLElement | null): void {
  notice?.scrollIntoView({ block: 'nearest' });
}
