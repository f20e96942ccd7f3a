import { Suspense, useState, type ClipboardEvent, type ReactNode } from 'react';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { LazyCopySiteDialog, LazyPastedProposal } from './lazy';
import { useFieldState } from '~/features/order-lines/edit-state/use-line-editor';
import styles from './SiteTools.module.css';

interface Pasted {
  readonly count: number;
  readonly text: string;
  readonly name: string;
  /** What the field held before. */
  readonly before: string;
}

/** Around fields of the site: a block of text that is pasted into one of them is offered to be split. */
export function PasteArea({ children }: { readonly children: ReactNode }) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const isLocked = useFieldState('related_contact_information').lock !== null;
  const onPaste = ({ target, clipboardData }: ClipboardEvent) => {
    const text = clipboardData.getData('text').trim();
    // One word is what it is.
    if (isLocked || !(target instanceof HTMLInputElement) || !/\s/.test(text)) return;
    const { name, value } = target;
    setPasted((last) => ({ count: (last?.count ?? 0) + 1, text, name, before: value }));
  };
  return (
    <div className={styles['area']} onPaste={onPaste}>
      <Suspense>
        {pasted && <LazyPastedProposal key={pasted.count} {...pasted} onClose={() => setPasted(null)} />}
      </Suspense>
      {children}
    </div>
  );
}

/** Copies a site from another line, and explains pasting one. */
export function SiteTools() {
  const { filling } = useEditorMessages();
  const [isChoosing, setIsChoosing] = useState(false);
  const isLocked = useFieldState('related_contact_information').lock !== null;
  if (isLocked) return null;
  return (
    <div className={styles['tools']}>
      <Button onClick={() => setIsChoosing(true)}>{filling.copySite}</Button>
      <small>{filling.pasteHint}</small>
      <Suspense>{isChoosing && <LazyCopySiteDialog onClose={() => setIsChoosing(false)} />}</Suspense>
    </div>
  );
}
