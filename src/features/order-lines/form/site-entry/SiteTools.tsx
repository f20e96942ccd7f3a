import {
  Suspense,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type InputEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { CONTACT_FIELDS } from '~/contract/contact';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { afterPaint } from '~/ui/keyboard/after-paint';
import { LazyCopySiteDialog, LazyPastedProposal, LazySiteBook } from './lazy';
import type { SuggestionPlace } from './BookSuggestions';
import type { Suggested } from './SiteBook';
import { useFieldState, useLineEditor } from '~/features/order-lines/edit-state/use-line-editor';
import { siteFieldName } from '~/features/order-lines/edit-state/use-fill-fields';
import styles from './SiteTools.module.css';

interface Pasted {
  readonly count: number;
  readonly text: string;
  readonly name: string;
  /** What the field held before. */
  readonly before: string;
}

/**
 * Around fields of the site: a block of text that is pasted into one of them is offered to be split, and what is typed brings
 * suggestions from lines that were seen before.
 */
export function SiteEntryArea({ children }: { readonly children: ReactNode }) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const { getValues } = useLineEditor().form;
  const [suggested, setSuggested] = useState<Suggested | 'closed' | null>(null);
  const isLocked = useFieldState('related_contact_information').lock !== null;
  const onPaste = ({ target, clipboardData }: ClipboardEvent) => {
    const text = clipboardData.getData('text').trim();
    // One word is what it is.
    if (isLocked || !(target instanceof HTMLInputElement) || !/\s/.test(text)) return;
    const { name, value } = target;
    setPasted((last) => ({ count: (last?.count ?? 0) + 1, text, name, before: value }));
  };
  const close = () => setSuggested((last) => last && 'closed');
  const onInput = ({ target, currentTarget, nativeEvent }: InputEvent<HTMLDivElement>) => {
    if (isLocked || !(target instanceof HTMLInputElement)) return;
    // The field shows the key first.
    afterPaint(() => {
      if (nativeEvent.inputType === 'insertFromPaste') close();
      else void suggest(target, currentTarget).catch(() => undefined);
    });
  };
  // Outside of React: a key that finds nothing draws nothing.
  const suggest = async (input: HTMLInputElement, area: HTMLElement) => {
    const { searchBook } = await import('~/features/order-lines/book/book-store');
    const [, index, name] = input.name.split('.');
    const site = Number(index);
    const field = CONTACT_FIELDS.find((known) => known === name);
    const finding = field && (await searchBook(field, (other) => getValues(siteFieldName(site, other))));
    if (finding && document.activeElement === input)
      setSuggested({ ...placeUnder(input, area), site, finding });
    else close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== (suggested !== null && suggested !== 'closed' && suggested.input)) return;
    if (event.key === 'Escape') close();
    if (event.key !== 'ArrowDown') return;
    const suggestion = event.currentTarget.querySelector<HTMLElement>('[data-suggestions] button');
    if (suggestion) event.preventDefault();
    suggestion?.focus();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    const isInside = relatedTarget instanceof Element && relatedTarget.closest('[data-suggestions]') !== null;
    if (!isInside) close();
  };
  return (
    <div className={styles['area']} {...{ onPaste, onInput, onKeyDown, onBlur }}>
      <Suspense>
        {pasted && <LazyPastedProposal key={pasted.count} {...pasted} onClose={() => setPasted(null)} />}
        {suggested && <LazySiteBook suggested={suggested === 'closed' ? null : suggested} onClose={close} />}
      </Suspense>
      {children}
    </div>
  );
}

/** What stands in an input, and the place right under it. */
function placeUnder(input: HTMLInputElement, area: HTMLElement): SuggestionPlace {
  const [field, all] = [input.getBoundingClientRect(), area.getBoundingClientRect()];
  return { input, top: field.bottom - all.top, left: field.left - all.left };
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
