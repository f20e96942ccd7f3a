import { Alert } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import type { Tone } from '~/ui/theme';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
  /** Announced when it appears: at once (alert), when there is a pause (status), or not. */
  readonly announce?: 'alert' | 'status';
  /** Lets the focus be moved here. */
  readonly ref?: Ref<HTMLDivElement>;
}

/** What happened, what it means and what to do next. */
export function Notice({ tone, title, children, actions, announce, ref }: NoticeProps) {
  return (
    <Alert
      color={tone}
      title={title}
      // Without a role, it would be an alert.
      role={announce ?? 'group'}
      ref={ref}
      tabIndex={ref ? -1 : undefined}
      classNames={{ message: styles['message'] }}
    >
      {children !== undefined && <div className={styles['text']}>{children}</div>}
      {actions}
    </Alert>
  );
}
