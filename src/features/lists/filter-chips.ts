import { shownText } from '~/i18n/shown-text';
import type { CartListQuery, LineListQuery } from '~/contract/list-query';
import { isKnownLineState } from '~/contract/states';
import type { ActiveFilter, ParsedSearchParams } from '~/domain/lists/list-search-params';
import type { BaseMessages } from '~/i18n/messages';
import type { Formats } from '~/i18n/formats';
import type { Chip } from '~/ui/filters/FilterChips';

interface ChipLabels {
  readonly messages: BaseMessages;
  readonly formats: Formats;
  /** What a filter is called. */
  readonly label: (name: string) => string;
  /** A state in words. */
  readonly state: (state: string) => string;
}

/** A list's search, its active filters and its refused search params, as chips. */
export function toChips(
  { query, active, refused }: ParsedSearchParams<LineListQuery | CartListQuery>,
  labels: ChipLabels,
): Chip[] {
  const { lists } = labels.messages;
  const search = 'search' in query ? query.search : undefined;
  return [
    ...(search === undefined ? [] : [{ key: 'search', text: lists.searched(shownText(search)) }]),
    ...active.map((filter) =>
      filter.isUnknown
        ? {
            key: filter.name,
            text: lists.unknown(labels.label(filter.name), shownText(filter.value)),
            isRefused: true,
          }
        : { key: filter.name, text: lists.filter(labels.label(filter.name), valueText(filter, labels)) },
    ),
    ...refused.map(({ name, value, repeats }) => ({
      key: name,
      text:
        repeats === undefined
          ? lists.refused(labels.label(name), shownText(value))
          : lists.repeated(labels.label(repeats), shownText(value)),
      isRefused: true,
    })),
  ];
}

function valueText(
  { name, value, days, relative }: ActiveFilter,
  { messages: { lists }, formats, state }: ChipLabels,
): string {
  if (name === 'state') return state(value);
  if (relative) return lists.ranges[relative];
  if (!days) return shownText(value);
  const { from, to } = days;
  if (from !== null && to !== null) {
    return from === to ? formats.date(from) : lists.between(formats.date(from), formats.date(to));
  }
  return from === null ? lists.until(formats.date(to ?? '')) : lists.since(formats.date(from));
}

/** What a filter of the list of lines is called. */
export function lineFilterLabel(name: string, { lineFields, lists }: BaseMessages): string {
  const labels: Readonly<Record<string, string>> = {
    ...lineFields,
    search: lists.search,
    sort: lists.sort,
    page: 'page',
  };
  // A URL may hold any name, `constructor` too.
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name;
}

export function lineStateText(state: string, { lineStates }: BaseMessages): string {
  return isKnownLineState(state) ? lineStates[state] : shownText(state);
}
