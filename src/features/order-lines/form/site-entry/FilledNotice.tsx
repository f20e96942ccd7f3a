import { Button } from '@mantine/core';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import styles from './PastedProposal.module.css';

interface FilledNoticeProps {
  readonly text: string;
  readonly onTakeBack: () => void;
  readonly onClose: () => void;
}

/** Says what was filled, and takes it back on request. */
export function FilledNotice({ text, onTakeBack, onClose }: FilledNoticeProps) {
  const { filling, common } = useAllMessages();
  const takeBack = () => {
    onTakeBack();
    onClose();
  };
  return (
    <Notice
      tone="neutral"
      announce="status"
      actions={
        <div className={styles['actions']}>
          <Button onClick={takeBack}>{filling.undo}</Button>
          <Button variant="subtle" onClick={onClose}>
            {common.close}
          </Button>
        </div>
      }
    >
      <p>{text}</p>
    </Notice>
  );
}
