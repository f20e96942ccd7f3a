import { useRouter } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type MouseEvent, type SyntheticEvent } from 'react';
import { writeClipboard } from '~/ui/browser/clipboard';

interface RowActions {
  readonly onToggle: ((rowIndex: number, isSelected: boolean) => void) | undefined;
  /** A link of a row is pointed at or has the focus. */
  readonly onHover: ((href: string) => void) | undefined;
}

/** What became of the last copy; `count` tells a second one of the same from the first. */
export interface Copying {
  readonly outcome: 'none' | 'copied' | 'refused';
  readonly count: number;
}

/**
 * The listeners of all rows, on their common parent: a page of rows has no room for hundreds of them. A plain click on a
 * link of this app, or anywhere in a row, goes where the link leads without loading the page anew; links with a modifier
 * key, buttons, ticks and selected text keep their meaning.
 */
export function useRowEvents({ onToggle, onHover }: RowActions) {
  const { history } = useRouter();
  const [copying, setCopying] = useState<Copying>({ outcome: 'none', count: 0 });
  const hovered = useRef('');

  const copy = async (value: string) => {
    const outcome = await writeClipboard(value);
    setCopying(({ count }) => ({ outcome, count: count + 1 }));
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof Element) || event.defaultPrevented) return;
    const copied = target.closest('[data-copy]')?.getAttribute('data-copy');
    if (copied) {
      void copy(copied);
      return;
    }
    const tick = target.closest('[data-tick]');
    if (tick) {
      // The cell around a tick is part of it: a finger needs the room.
      if (target === tick) tick.querySelector('input')?.click();
      return;
    }
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = target.closest('a') ?? linkOfRow(target);
    const href = link?.getAttribute('href');
    if (!link || !href?.startsWith('/')) return;
    event.preventDefault();
    // A click beside the link counts as one on it: coming back, even at once, finds the focus there.
    link.focus({ preventScroll: true });
    history.push(href);
  };
  const onChange = ({ target }: FormEvent<HTMLElement>) => {
    const row = target instanceof HTMLInputElement ? target.closest('tr') : null;
    if (row && target instanceof HTMLInputElement) onToggle?.(row.sectionRowIndex, target.checked);
  };
  const hover = ({ target }: SyntheticEvent<HTMLElement>) => {
    const href = target instanceof Element ? target.closest('a')?.getAttribute('href') : null;
    if (!href || href === hovered.current) return;
    hovered.current = href;
    onHover?.(href);
  };
  return { copying, listeners: { onClick, onChange, onPointerOver: hover, onFocus: hover } };
}

function linkOfRow(target: Element): HTMLAnchorElement | null {
  if (target.closest('button, input, label') || getSelection()?.toString()) return null;
  return target.closest('tr')?.querySelector('a') ?? null;
}
