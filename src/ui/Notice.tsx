import type { ReactNode, Ref } from 'react';
import type { Tone } from './Badge';
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
  readonly ref?: Ref<HTMLElement>;
}

/** What happened, what it means and what to do next. */
export function Notice({ tone, title, children, actions, announce, ref }: NoticeProps) {
  return (
    <section
      className={`${styles['notice']} ${styles[tone]}`}
      role={announce}
      ref={ref}
      tabIndex={ref ? -1 : undefined}
    >
      <div className={styles['text']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children}
      </div>
      {actions}
    </section>
  );
}
