import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeptMarks } from './KeptMark';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { lineQueries } from '~/api/order-lines';
import { UNLESS_FAILED } from '~/api/query-client';
import { readableRows } from '~/contract/list-envelope';
import type { OrderLineSummary } from '~/contract/order-line';
import { LINE_STATES } from '~/contract/states';
import { LINE_DATES, LINE_TEXTS, readLineAddress, type ListAddress } from '~/domain/list-address';
import { useMessages } from '~/i18n/I18nProvider';
import { ListBody } from '~/ui/ListBody';
import { Page } from '~/ui/Page';
import { useNow } from '~/ui/use-now';
import { rememberList } from './last-list';
import { toLineListQuery, type LineAddress } from './line-address';
import { useLineColumns } from './line-columns';
import { lineFilterLabel, lineStateText } from './line-filters';
import { deselectLines, selectLines, useSelectedLines } from './line-selection';
import { lineTable } from './line-table';
import { lineName } from './LineName';
import styles from './LinesPage.module.css';
import type { FilterSet } from './ListFilters';
import { ListHead } from './ListHead';
import { pageKeys } from './page-keys';
import { useListNavigation } from './use-list-navigation';
import { usePreload } from './use-preload';

const NO_MARKS: KeptMarks = new Map();

/** What the first rows do without. */
const LinesTools = lazy(() => import('./LinesTools').then(({ LinesTools }) => ({ default: LinesTools })));
const SelectionBar = lazy(() =>
  import('./SelectionBar').then(({ SelectionBar }) => ({ default: SelectionBar })),
);
const StateCounts = lazy(() => import('./StateCounts').then(({ StateCounts }) => ({ default: StateCounts })));

/** Order lines across all carts. What is listed is what the address says. */
export function LinesPage({ address }: { readonly address: LineAddress }) {
  const messages = useMessages();
  const { lists, linesPage, lineFields, lineStates } = messages;
  const frame = useRef<HTMLDivElement>(null);
  const now = useNow();
  const asked = useMemo(() => readLineAddress(address, now), [address, now]);
  const { query, active } = asked;
  const reading = useQuery({ ...lineQueries.list(query), ...UNLESS_FAILED });
  const { data, error } = reading;
  const client = useQueryClient();
  const start = (next: ListAddress) => void client.prefetchQuery(lineQueries.list(toLineListQuery(next)));
  const ways = useListNavigation('/lines', start);
  const { change, open, clear } = ways;
  const preload = usePreload();
  // What comes after the first rows, or after the words that there are none, stays.
  const [isStarted, setIsStarted] = useState(false);
  if (!isStarted && (data || error)) setIsStarted(true);
  const [marks, setMarks] = useState<KeptMarks>(NO_MARKS);
  const columns = useLineColumns(marks);
  const nameOf = useCallback((line: OrderLineSummary) => lineName(line, messages), [messages]);
  const selected = useSelectedLines();
  useEffect(() => rememberList(address), [address]);

  const filters: FilterSet = {
    inSight: [{ name: 'search', label: lists.search }],
    states: LINE_STATES.map((value) => ({ value, label: lineStates[value] })),
    texts: LINE_TEXTS.filter((name) => name !== 'state').map((name) => ({ name, label: lineFields[name] })),
    dates: LINE_DATES.map((name) => ({ name, label: lineFields[name] })),
  };
  const toggle = (ids: readonly string[], isSelected: boolean) => {
    if (!isSelected) deselectLines(ids);
    else selectLines(readableRows(data?.rows ?? []).filter(({ id }) => ids.includes(id)));
  };
  const turnTo = (page: number) => change({ page: String(page) });

  return (
    <Page title={linesPage.title} ref={frame}>
      <ListHead
        label={linesPage.title}
        filters={filters}
        address={address}
        asked={asked}
        ways={ways}
        nameOf={(name) => lineFilterLabel(name, messages)}
        stateText={(state) => lineStateText(state, messages)}
        tools={
          isStarted && (
            <LinesTools
              address={address}
              query={query}
              total={data?.total ?? null}
              columns={columns}
              keys={{ frame, canSelect: true, onClear: clear, ...pageKeys(data, query, turnTo) }}
              onMarks={setMarks}
              onOpen={open}
            />
          )
        }
      />
      <div className={styles['counts']}>
        {isStarted && (
          <Suspense>
            <StateCounts
              query={query}
              isReady={data !== undefined && !reading.isPlaceholderData}
              total={data?.total ?? null}
            />
          </Suspense>
        )}
      </div>
      {selected.size > 0 && (
        <Suspense>
          <SelectionBar selected={selected} />
        </Suspense>
      )}
      <ListBody
        reading={reading}
        query={query}
        isFiltered={active.length > 0 || query.search !== undefined}
        table={lineTable}
        columns={columns}
        nameOf={nameOf}
        words={linesPage}
        selection={{ isSelected: (id) => selected.has(id), onToggle: toggle }}
        onSort={(sort) => change({ sort })}
        onPage={turnTo}
        onPointPage={(page) => start({ ...address, page: String(page) })}
        onPoint={preload}
        onClear={clear}
      />
    </Page>
  );
}
