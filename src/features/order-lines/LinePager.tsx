import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { lineQueries } from '~/api/order-lines';
import type { LineListQuery } from '~/contract/list-query';
import { readLineAddress } from '~/domain/list-address';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { LinkButton } from '~/ui/LinkButton';
import { useNow } from '~/ui/use-now';
import { lastList, rememberList } from './last-list';
import styles from './LinePager.module.css';

/** From within a line: back to the list that it was opened from, as it was, and on to the lines beside it. */
export function LinePager({ lineId }: { readonly lineId: string }) {
  const address = lastList();
  return address === null ? null : <PagerOfList lineId={lineId} address={address} />;
}

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
  const ids = (data?.rows ?? []).map((row) => (row.ok ? row.value.id : ''));
  const index = ids.indexOf(lineId);
  if (!data || index < 0) return <BackToList address={address} />;

  const place = (query.page - 1) * query.pageSize + index + 1;
  const isLast =
    data.total === null ? data.hasNext === false && index === ids.length - 1 : place >= data.total;
  /** The page before or after is read when its first or last line is asked for. */
  const go = async (by: -1 | 1) => {
    const beside = ids[index + by];
    if (beside) return open(beside);
    const page = query.page + by;
    const next = await client.query(lineQueries.list({ ...query, page } satisfies LineListQuery));
    const row = by === 1 ? next.rows[0] : next.rows.at(-1);
    if (!row?.ok) return undefined;
    rememberList({ ...address, page: String(page) });
    return open(row.value.id);
  };
  const open = (id: string) => navigate({ to: '/lines/$lineId', params: { lineId: id } });

  return (
    <nav className={styles['pager']} aria-label={pager.toList}>
      <BackToList address={address} />
      <Button disabled={place <= 1} onClick={() => void go(-1)}>
        {pager.previous}
      </Button>
      <Button disabled={isLast} onClick={() => void go(1)}>
        {pager.next}
      </Button>
      {data.total !== null && <span>{pager.position(number(place), number(data.total))}</span>}
    </nav>
  );
}

function BackToList({ address }: Pick<PagerOfListProps, 'address'>) {
  const { pager } = useAllMessages();
  return (
    <LinkButton look="quiet" to="/lines" search={address} resetScroll={false}>
      ← {pager.toList}
    </LinkButton>
  );
}
