import { useEffect, type ReactNode, type Ref } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import styles from './Page.module.css';

interface PageProps {
  readonly title: string;
  /** Beside the title: the state. */
  readonly aside?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/** The frame of every page: its name, in the tab too, what it is about, what can be done, then the content. */
export function Page({ title, aside, subtitle, actions, children, ref }: PageProps) {
  const { shell } = useMessages();
  useEffect(() => {
    document.title = `${title} – ${shell.product}`;
  }, [title, shell.product]);
  return (
    <div className={styles['page']} ref={ref}>
      <header className={styles['header']}>
        <div className={styles['titles']}>
          <div className={styles['titleRow']}>
            <h1>{title}</h1>
            {aside}
          </div>
          {subtitle !== undefined && <div className={styles['subtitle']}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
