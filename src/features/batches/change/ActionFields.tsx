import { NativeSelect, TextInput } from '@mantine/core';
import type { ActionDraft } from '~/domain/changes/action-draft';
import { ACTION_KINDS } from '~/domain/changes/action-draft';
import { BULK_FIELDS } from '~/domain/changes/line-actions';
import { DELIVERY_DAYS } from '~/domain/fields/field-validation';
import { inScreenOrder } from '~/features/order-lines/labels/line-sections';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import styles from './ChangeLinesPage.module.css';

interface ActionFieldsProps {
  readonly draft: ActionDraft;
  /** What is wrong with its text; null when nothing is, or nothing is said yet. */
  readonly error: string | null;
  readonly onChange: (draft: ActionDraft) => void;
}

const FIELDS = inScreenOrder(BULK_FIELDS.map((key) => ({ key }))).map(({ key }) => key);

/** One action: what is done, to which field, and with which text. */
export function ActionFields({ draft, error, onChange }: ActionFieldsProps) {
  const messages = useAllMessages();
  const { changing } = messages;
  const isOption = draft.kind === 'add-option' || draft.kind === 'remove-option';
  return (
    <div className={styles['action']}>
      <NativeSelect
        label={changing.action}
        value={draft.kind}
        data={ACTION_KINDS.map((value) => ({ value, label: changing.kinds[value] }))}
        onChange={({ currentTarget: { value } }) => {
          const kind = ACTION_KINDS.find((known) => known === value);
          if (kind) onChange({ ...draft, kind, text: '' });
        }}
      />
      {!isOption && (
        <NativeSelect
          label={changing.field}
          value={draft.field}
          data={FIELDS.map((value) => ({ value, label: fieldLabel(value, messages) }))}
          onChange={({ currentTarget }) => onChange({ ...draft, field: currentTarget.value, text: '' })}
        />
      )}
      {draft.kind === 'replace' && (
        <TextInput
          label={changing.search}
          value={draft.search}
          error={error}
          autoComplete="off"
          onChange={({ currentTarget }) => onChange({ ...draft, search: currentTarget.value })}
        />
      )}
      {draft.kind !== 'empty' && (
        <ActionText
          draft={draft}
          label={
            isOption ? changing.option : draft.kind === 'replace' ? changing.replacement : changing.value
          }
          error={draft.kind === 'replace' ? null : error}
          onChange={(text) => onChange({ ...draft, text })}
        />
      )}
    </div>
  );
}

interface ActionTextProps extends Pick<ActionFieldsProps, 'draft' | 'error'> {
  readonly label: string;
  readonly onChange: (text: string) => void;
}

function ActionText({ draft: { kind, field, text }, label, error, onChange }: ActionTextProps) {
  const { common } = useAllMessages();
  if (kind === 'set' && field === 'siret_known') {
    return (
      <NativeSelect
        label={label}
        value={text}
        error={error}
        data={[
          { value: '', label: common.notSaid },
          { value: 'true', label: common.yes },
          { value: 'false', label: common.no },
        ]}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  const isDay = kind === 'set' && field === 'scheduled_delivery_date';
  return (
    <TextInput
      label={label}
      value={text}
      error={error}
      autoComplete="off"
      {...(isDay && { type: 'date', min: DELIVERY_DAYS.first, max: DELIVERY_DAYS.last })}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
