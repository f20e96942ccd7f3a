import { Suspense, useState } from 'react';
import type { OrderLineSummary } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { LinkButton } from '~/ui/LinkButton';
import { clearSelection } from '~/features/order-lines/list/table/line-selection';
import styles from './SelectionBar.module.css';
import { LazySelectedCartsDialog } from '~/features/order-lines/list/selection/lazy';
import { LazyExportLines } from '~/features/order-lines/list/export/lazy';

interface SelectionBarProps {
  readonly selected: ReadonlyMap<string, OrderLineSummary>;
  /** The lines on the present page of the list. */
  readonly shown: readonly OrderLineSummary[];
}

/** What can be done with the ticked lines, however many pages they come from. */
export function SelectionBar({ selected, shown }: SelectionBarProps) {
  const { selection } = useAllMessages();
  const elsewhere = selected.size - shown.filter(({ id }) => selected.has(id)).length;
  const [isShowingCarts, setIsShowingCarts] = useState(false);
  const [isExporting, setIsExporting] = useState(false);
  return (
    <div className={styles['bar']} role="region" aria-label={selection.count(selected.size)}>
      <strong role="status">{selection.count(selected.size)}</strong>
      {elsewhere > 0 && <span>{selection.elsewhere(elsewhere)}</span>}
      <LinkButton to="/lines/change">{selection.change}</LinkButton>
      <Button onClick={() => setIsExporting(true)}>{selection.exportAll}</Button>
      <Button onClick={() => setIsShowingCarts(true)}>{selection.openCarts}</Button>
      <Button variant="subtle" onClick={clearSelection}>
        {selection.clear}
      </Button>
      {isExporting && (
        <Suspense>
          <LazyExportLines of={{ lines: [...selected.values()] }} onClose={() => setIsExporting(false)} />
        </Suspense>
      )}
      {isShowingCarts && (
        <Suspense>
          <LazySelectedCartsDialog lines={[...selected.values()]} onClose={() => setIsShowingCarts(false)} />
        </Suspense>
      )}
    </div>
  );
}
