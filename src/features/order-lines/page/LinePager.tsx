import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { lineQueries } from '~/api/read/order-lines';
import { readableRows, type ListRow } from '~/contract/list-envelope';
import type { OrderLineSummary } from '~/contract/order-line';
import { parseLineSearchParams } from '~/domain/lists/list-search-params';
import { pageSizeOf } from '~/ui/paging';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { useNow } from '~/ui/browser/use-now';
import { lastList, rememberList } from '~/features/order-lines/display/last-list';
import styles from './LinePager.module.css';

/** From within a line: back to the list that it was opened from, as it was, and on to the lines beside it. */
export function LinePager({ lineId }: { readonly lineId: string }) {
  const search = lastList();
  return search === null ? null : <PagerOfList lineId={lineId} search={search} />;
}

/** To the line before, or after. */
type Step = -1 | 1;

interface PagerOfListProps {
  readonly lineId: string;
  readonly search: Readonly<Record<string, string>>;
}

function PagerOfList({ lineId, search }: PagerOfListProps) {
  const { pager } = useEditorMessages();
  const { number } = useFormats();
  const navigate = useNavigate();
  const client = useQueryClient();
  const now = useNow();
  const { query } = useMemo(() => parseLineSearchParams(search, now), [search, now]);
  const { data } = useQuery({ ...lineQueries.list(query), staleTime: Infinity });
  const [error, setError] = useState<Error | null>(null);
  const rows = data?.rows ?? [];
  const index = rows.findIndex((row) => row.ok && row.value.id === lineId);
  if (!data || index < 0) return <BackToList search={search} />;

  const place = (query.page - 1) * pageSizeOf(data, query) + index + 1;
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
    rememberList({ ...search, page: String(page) });
    return open(next);
  };
  const tryToGo = (by: Step) => void go(by).catch(setError);

  return (
    <>
      <nav className={styles['pager']} aria-label={pager.toList}>
        <BackToList search={search} />
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

function BackToList({ search }: Pick<PagerOfListProps, 'search'>) {
  const { pager } = useEditorMessages();
  return (
    <LinkButton variant="subtle" to="/lines" search={search} resetScroll={false}>
      ← {pager.toList}
    </LinkButton>
  );
}
