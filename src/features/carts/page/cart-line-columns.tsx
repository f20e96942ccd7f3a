import { shownText } from '~/i18n/shown-text';
import { Suspense, useMemo } from 'react';
import { lineHref } from '~/features/order-lines/display/hrefs';
import type { OrderLine } from '~/contract/order-line';
import type { LineReadiness } from '~/domain/lines/confirmation-readiness';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { useStoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { lineName, LineReferenceText } from '~/features/order-lines/display/LineName';
import { DraftExpiryNote } from '~/features/order-lines/display/DraftExpiryNote';
import { PreviousRejection } from '~/features/order-lines/rejections/notices/PreviousRejection';
import { LineStateBadge } from '~/features/order-lines/display/LineStateBadge';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import type { Column } from '~/ui/table/table-model';
import styles from './CartPage.module.css';
import { LazyUnsavedMark } from '~/features/lists/unsaved/lazy';

/** The columns of a cart's own lines: what each is, where it goes, its state and what it still misses. */
export function useCartLineColumns(
  isEditable: boolean,
  expiredIds: ReadonlySet<string>,
  onDuplicate: (lineId: string) => void,
): readonly Column<LineReadiness>[] {
  const messages = useAllMessages();
  const { cartHead } = messages;
  return useMemo(() => {
    const { cartPage, lineFields, linePage, linesPage } = messages;
    const readiness: Column<LineReadiness> = {
      key: 'readiness',
      header: cartPage.toComplete,
      width: 150,
      cell: ({ line, blocking }) => {
        if (!isDraft(line)) return null;
        if (expiredIds.has(line.id)) return <span className={styles['missing']}>{cartHead.expiredLine}</span>;
        return <LineReadinessWords lineId={line.id} missing={blocking.length} />;
      },
    };
    const reference: Column<LineReadiness> = {
      key: 'reference',
      header: linesPage.reference,
      width: 160,
      cell: ({ line }) => (
        <span>
          <LineReferenceText line={line} />
        </span>
      ),
    };
    return [
      {
        key: 'line',
        header: cartPage.line,
        width: isEditable ? 240 : 210,
        cell: ({ line }) => (
          <>
            <a className={styles['rowLink']} href={lineHref(line.id)}>
              <Suspense>
                <LazyUnsavedMark lineId={line.id} />
              </Suspense>
              {lineName(line, messages)}
            </a>
            {/* A draft has a temporary one only: it leaves the room to what is still missing. */}
            {isEditable && (
              <span className={styles['reference']}>
                <LineReferenceText line={line} />
              </span>
            )}
          </>
        ),
      },
      {
        key: 'duplicate',
        header: cartPage.copyColumn,
        width: 100,
        cell: ({ line }) => (
          <Button
            variant="subtle"
            className={styles['rowAction'] ?? ''}
            aria-label={`${linePage.duplicate} ${lineName(line, messages)}`}
            onClick={() => onDuplicate(line.id)}
          >
            {cartPage.copyRow}
          </Button>
        ),
      },
      ...(isEditable ? [readiness] : []),
      {
        key: 'state',
        header: lineFields.state,
        width: isEditable ? 150 : 190,
        cell: ({ line }) => (
          <span className={styles['wrapped']}>
            <LineStateBadge line={line} /> <DraftExpiryNote line={line} onlyWhenNear />
          </span>
        ),
      },
      ...(isEditable ? [] : [reference]),
      { key: 'offer', header: cartPage.offer, width: 90, cell: ({ line }) => offerOf(line) },
      {
        key: 'site',
        header: cartPage.site,
        width: isEditable ? 160 : 140,
        cell: ({ line }) => <span className={styles['wrapped']}>{siteOf(line)}</span>,
      },
    ];
  }, [messages, cartHead, isEditable, expiredIds, onDuplicate]);
}

/** How far a draft is; never plainly ready while it has a value that was rejected before. */
function LineReadinessWords({ lineId, missing }: { readonly lineId: string; readonly missing: number }) {
  const { cartPage } = useAllMessages();
  const wasRejected = Object.keys(useStoredRejections(lineId)).length > 0;
  return (
    <span className={styles['wrapped']}>
      {missing > 0 && <span className={styles['missing']}>{cartPage.missing(missing)}</span>}
      {missing === 0 && !wasRejected && <span className={styles['ready']}>✓ {cartPage.ready}</span>}
      <PreviousRejection lineId={lineId} />
    </span>
  );
}

function offerOf(line: OrderLine): string {
  const family = [line.offer_family, line.offer_technology].filter((part) => part !== '').join(' ');
  return shownText(family || line.product_offering_id);
}

function siteOf(line: OrderLine): string {
  const [site] = line.related_contact_information;
  return site ? shownText(`${site.postcode} ${site.city}`.trim()) : '';
}
