import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { lineQueries } from '~/api/order-lines';
import { readableRows, type ListRow } from '~/contract/list-envelope';
import type { OrderLineSummary } from '~/contract/order-line';
import { readLineAddress } from '~/domain/list-address';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { FailureNotice } from '~/ui/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { useNow } from '~/ui/use-now';
import { lastList, rememberList } from './last-list';
import styles from './LinePager.module.css';

/** From within a line: back to the list that it was opened from, as it was, and on to the lines beside it. */
export function LinePager({ lineId }: { readonly lineId: string }) {
  const address = lastList();
  return address === null ? null : <PagerOfList lineId={lineId} address={address} />;
}

/** To the line before, or after. */
type Step = -1 | 1;

interface PagerOfListProps {
  readonly lineId: string;
  readonly address: Readonly<Record<string, string>>;
}

function PagerOfList({ lineId, address }: PagerOfListProps) {
  const { pager } = useAllMessages();
  const { number } = useFormats();
  const navigate = useNavigate();
  const client = useQueryClient();
  const now = useNow();
  const { query } = useMemo(() => readLineAddress(address, now), [address, now]);
  const { data } = useQuery({ ...lineQueries.list(query), staleTime: Infinity });
  const [error, setError] = useState<Error | null>(null);
  const rows = data?.rows ?? [];
  const index = rows.findIndex((row) => row.ok && row.value.id === lineId);
  if (!data || index < 0) return <BackToList address={address} />;

  const place = (query.page - 1) * query.pageSize + index + 1;
  const isLast =
    data.total === null ? data.hasNext === false && index === rows.length - 1 : place >= data.total;
  const open = ({ id }: OrderLineSummary) => navigate({ to: '/lines/$lineId', params: { lineId: id } });
  /** The page before or after is read when its first or last line is asked for. */
  const go = async (by: Step) => {
    const beside = nearest(by === 1 ? rows.slice(index + 1) : rows.slice(0, index), by);
    if (beside) return open(beside);
    const page = query.page + by;
    if (page < 1) return undefined;
    const next = nearest((await client.query(lineQueries.list({ ...query, page }))).rows, by);
    if (!next) return undefined;
    rememberList({ ...address, page: String(page) });
    return open(next);
  };
  const tryToGo = (by: Step) => void go(by).catch(setError);

  return (
    <>
      <nav className={styles['pager']} aria-label={pager.toList}>
        <BackToList address={address} />
        <Button disabled={place <= 1} onClick={() => tryToGo(-1)}>
          {pager.previous}
        </Button>
        <Button disabled={isLast} onClick={() => tryToGo(1)}>
          {pager.next}
        </Button>
        {data.total !== null && <span>{pager.position(number(place), number(data.total))}</span>}
      </nav>
      {error && <FailureNotice error={error} of="read" />}
    </>
  );
}

/** The first line in that direction that can be read. */
function nearest(rows: readonly ListRow<OrderLineSummary>[], by: Step): OrderLineSummary | undefined {
  return readableRows(rows).at(by === 1 ? 0 : -1);
}

function BackToList({ address }: Pick<PagerOfListProps, 'address'>) {
  const { pager } = useAllMessages();
  return (
    <LinkButton look="quiet" to="/lines" search={address} resetScroll={false}>
      ← {pager.toList}
    </LinkButton>
  );
}
