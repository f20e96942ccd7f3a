import { lazy, Suspense, useMemo } from 'react';
import { lineAddress } from '~/features/order-lines/addresses';
import type { OrderLine } from '~/contract/order-line';
import type { LineReadiness } from '~/domain/confirmation-readiness';
import { isDraft } from '~/domain/order-line-lifecycle';
import { useKeptRejections } from '~/features/order-lines/kept-rejections';
import { lineName, LineReference } from '~/features/order-lines/LineName';
import { DraftExpiryNote } from '~/features/order-lines/DraftExpiryNote';
import { RejectedBefore } from '~/features/order-lines/RejectedBefore';
import { LineStateBadge } from '~/features/order-lines/LineStateBadge';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import type { Column } from '~/ui/DataTable';
import styles from './CartPage.module.css';

const KeptMark = lazy(() =>
  import('~/features/order-lines/KeptMark').then(({ KeptMark }) => ({ default: KeptMark })),
);

/** The columns of a cart's own lines: what each is, where it goes, its state and what it still misses. */
export function useCartLineColumns(
  isEditable: boolean,
  expiredIds: ReadonlySet<string>,
  onDuplicate: (lineId: string) => void,
): readonly Column<LineReadiness>[] {
  const { cartHead } = useOrderMessages();
  const messages = useAllMessages();
  return useMemo(() => {
    const { cartPage, lineFields, linePage, linesPage } = messages;
    const readiness: Column<LineReadiness> = {
      key: 'readiness',
      header: cartPage.toComplete,
      width: 170,
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
          <LineReference line={line} />
        </span>
      ),
    };
    return [
      {
        key: 'line',
        header: cartPage.line,
        width: isEditable ? 270 : 240,
        cell: ({ line }) => (
          <>
            <a className={styles['rowLink']} href={lineAddress(line.id)}>
              <Suspense>
                <KeptMark lineId={line.id} />
              </Suspense>
              {lineName(line, messages)}
            </a>
            {/* A draft has a temporary one only: it leaves the room to what is still missing. */}
            {isEditable && (
              <span className={styles['reference']}>
                <LineReference line={line} />
              </span>
            )}
          </>
        ),
      },
      {
        key: 'duplicate',
        header: cartPage.copyColumn,
        width: 105,
        cell: ({ line }) => (
          <Button
            look="quiet"
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
        width: isEditable ? 170 : 220,
        cell: ({ line }) => (
          <span className={styles['wrapped']}>
            <LineStateBadge line={line} /> <DraftExpiryNote line={line} onlyWhenNear />
          </span>
        ),
      },
      ...(isEditable ? [] : [reference]),
      { key: 'offer', header: cartPage.offer, width: 95, cell: ({ line }) => offerOf(line) },
      {
        key: 'site',
        header: cartPage.site,
        width: 180,
        cell: ({ line }) => <span className={styles['wrapped']}>{siteOf(line)}</span>,
      },
    ];
  }, [messages, cartHead, isEditable, expiredIds, onDuplicate]);
}

/** How far a draft is; never plainly ready while it has a value that was rejected before. */
function LineReadinessWords({ lineId, missing }: { readonly lineId: string; readonly missing: number }) {
  const { cartPage } = useAllMessages();
  const wasRejected = Object.keys(useKeptRejections(lineId)).length > 0;
  return (
    <span className={styles['wrapped']}>
      {missing > 0 && <span className={styles['missing']}>{cartPage.missing(missing)}</span>}
      {missing === 0 && !wasRejected && <span className={styles['ready']}>✓ {cartPage.ready}</span>}
      <RejectedBefore lineId={lineId} />
    </span>
  );
}

function offerOf(line: OrderLine): string {
  const family = [line.offer_family, line.offer_technology].filter((part) => part !== '').join(' ');
  return family || line.product_offering_id;
}

function siteOf(line: OrderLine): string {
  const [site] = line.related_contact_information;
  return site ? `${site.postcode} ${site.city}`.trim() : '';
}
