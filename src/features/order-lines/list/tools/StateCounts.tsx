import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lineQueries } from '~/api/read/order-lines';
import type { LineListQuery } from '~/contract/list-query';
import { LINE_STATES } from '~/contract/states';
import { useFormats, useMessages } from '~/i18n/I18nProvider';
import styles from './StateCounts.module.css';

interface StateCountsProps {
  readonly query: LineListQuery;
  /** The rows are there: only then is counting worth asking for. */
  readonly isReady: boolean;
  /** How many rows there are: counts take about as much room, and must not move the tabs when they come. */
  readonly total: number | null;
}

/** The number of lines per state for the present filters; each leads to that state. */
export function StateCounts({ query, isReady, total }: StateCountsProps) {
  const { lists, lineStates } = useMessages();
  const { number } = useFormats();
  const { data: counts } = useQuery({ ...lineQueries.stateCounts(query), enabled: isReady });
  const room = total === null ? undefined : `${number(total).length}ch`;
  const present = query.filters.state ?? '';
  const tabs = [
    { state: '', label: lists.allStates },
    ...LINE_STATES.map((state) => ({ state, label: lineStates[state] })),
  ];
  return (
    <nav className={styles['tabs']} aria-label={lists.states}>
      {tabs.map(({ state, label }) => {
        const count = counts?.[state];
        return (
          <Link
            key={state}
            to="/lines"
            search={(before) => ({ ...before, state, page: '' })}
            className={styles['tab']}
            {...(present === state ? { 'aria-current': 'true' as const } : {})}
            activeProps={{}}
          >
            {label}{' '}
            <span className={styles['count']} style={{ minWidth: room }}>
              {count == null ? '' : number(count)}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
