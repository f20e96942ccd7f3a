import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useUnsavedMarks } from '~/features/lists/use-unsaved-marks';
import { Suspense, useCallback, useMemo, useRef } from 'react';
import { lineQueries } from '~/api/read/order-lines';
import { KEEP_FAILED } from '~/api/transport/query-client';
import { readableRows } from '~/contract/list-envelope';
import type { OrderLineSummary } from '~/contract/order-line';
import { LINE_STATES } from '~/contract/states';
import {
  LINE_DATES,
  LINE_TEXTS,
  parseLineSearchParams,
  type ListSearchParams,
} from '~/domain/lists/list-search-params';
import { useMessages } from '~/i18n/I18nProvider';
import type { BaseMessages } from '~/i18n/messages';
import { ListBody } from '~/ui/table/ListBody';
import { Page } from '~/ui/Page';
import { useNow } from '~/ui/browser/use-now';
import { useLineColumns } from '~/features/order-lines/list/table/line-columns';
import { lineFilterLabel, lineStateText } from '~/features/lists/filter-chips';
import {
  deselectLines,
  selectLines,
  useSelectedLines,
} from '~/features/order-lines/list/table/line-selection';
import { lineTable } from '~/features/order-lines/list/table/line-table';
import { lineName } from '~/features/order-lines/display/LineName';
import styles from './LinesPage.module.css';
import type { FilterSet } from '~/ui/filters/filter-set';
import { ListHead } from '~/features/lists/ListHead';
import { useListActions } from '~/features/lists/use-list-actions';
import { LazyLinesTools, LazySelectionBar, LazyStateCounts } from '~/features/order-lines/list/tools/lazy';

/** Order lines across all carts; the search params decide which are listed. */
export function LinesPage({ search }: { readonly search: ListSearchParams }) {
  const messages = useMessages();
  const { linesPage } = messages;
  const frame = useRef<HTMLDivElement>(null);
  const now = useNow();
  const parsed = useMemo(() => parseLineSearchParams(search, now), [search, now]);
  const { query, active } = parsed;
  const reading = useQuery({ ...lineQueries.list(query), ...KEEP_FAILED });
  const { data } = reading;
  const client = useQueryClient();
  const start = (next: ListSearchParams) =>
    void client.prefetchQuery(lineQueries.list(parseLineSearchParams(next, new Date()).query));
  const list = useListActions({ to: '/lines', search, query, reading, start });
  const { navigation, isStarted } = list;
  const columns = useLineColumns(useUnsavedMarks('line', isStarted));
  const nameOf = useCallback((line: OrderLineSummary) => lineName(line, messages), [messages]);
  const selected = useSelectedLines();
  const toggle = (ids: readonly string[], isSelected: boolean) => {
    if (!isSelected) deselectLines(ids);
    else selectLines(readableRows(data?.rows ?? []).filter(({ id }) => ids.includes(id)));
  };

  return (
    <Page title={linesPage.title} ref={frame}>
      <ListHead
        label={linesPage.title}
        filters={lineFilters(messages)}
        search={search}
        parsed={parsed}
        navigation={navigation}
        nameOf={(name) => lineFilterLabel(name, messages)}
        stateText={(state) => lineStateText(state, messages)}
        tools={
          isStarted && (
            <LazyLinesTools
              search={search}
              query={query}
              total={data?.total ?? null}
              columns={columns}
              keys={{ frame, canSelect: true, ...list.keys }}
              onOpen={navigation.open}
            />
          )
        }
      />
      <div className={styles['counts']}>
        {isStarted && (
          <Suspense>
            <LazyStateCounts
              query={query}
              isReady={data !== undefined && !reading.isPlaceholderData}
              total={data?.total ?? null}
            />
          </Suspense>
        )}
      </div>
      {selected.size > 0 && (
        <Suspense>
          <LazySelectionBar selected={selected} shown={readableRows(data?.rows ?? [])} />
        </Suspense>
      )}
      <ListBody
        reading={reading}
        query={query}
        isFiltered={active.length > 0 || query.search !== undefined}
        table={lineTable}
        columns={columns}
        nameOf={nameOf}
        labels={linesPage}
        selection={{ isSelected: (id) => selected.has(id), onToggle: toggle }}
        onSort={(sort) => navigation.change({ sort })}
        {...list.body}
      />
    </Page>
  );
}

function lineFilters({ lists, lineFields, lineStates }: BaseMessages): FilterSet {
  return {
    inSight: [{ name: 'search', label: lists.search }],
    states: LINE_STATES.map((value) => ({ value, label: lineStates[value] })),
    texts: LINE_TEXTS.filter((name) => name !== 'state').map((name) => ({ name, label: lineFields[name] })),
    dates: LINE_DATES.map((name) => ({ name, label: lineFields[name] })),
  };
}
