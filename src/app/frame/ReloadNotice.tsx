import { Button } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { leavePage } from '~/api/session/gateway-session';
import { usePageInput } from '~/autosave/page-input-status';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import styles from './ReloadNotice.module.css';

interface ReloadNoticeProps extends Pick<ComponentProps<typeof Notice>, 'tone' | 'announce'> {
  /** Why the page is to be reloaded. */
  readonly messages: { readonly title: string; readonly text: string };
  /** Stands beside the button that reloads. */
  readonly otherAction?: ReactNode;
}

/** Offers to reload the page, and says what becomes of text in its forms. */
export function ReloadNotice({ messages, otherAction, ...notice }: ReloadNoticeProps) {
  const { reloadedInput, shell } = useAllMessages();
  const input = usePageInput();
  return (
    <div className={styles['corner']}>
      <Notice
        {...notice}
        title={messages.title}
        actions={
          <>
            <Button variant="filled" onClick={() => void leavePage()}>
              {shell.reload}
            </Button>
            {otherAction}
          </>
        }
      >
        <p>{messages.text}</p>
        {input !== 'none' && <p>{reloadedInput[input]}</p>}
      </Notice>
    </div>
  );
}
