import type { CartListQuery, LineListQuery } from '~/contract/list-query';
import { isKnownLineState } from '~/contract/states';
import type { ActiveFilter, ReadAddress } from '~/domain/list-address';
import type { BaseMessages } from '~/i18n/en';
import type { Formats } from '~/i18n/formats';
import type { Chip } from '~/ui/FilterChips';

interface Words {
  readonly messages: BaseMessages;
  readonly formats: Formats;
  /** What a filter is called. */
  readonly label: (name: string) => string;
  /** A state in words. */
  readonly state: (state: string) => string;
}

/** A list's search and filters in force, and what its address says in vain, as chips. */
export function toChips(
  { query, active, refused }: ReadAddress<LineListQuery | CartListQuery>,
  words: Words,
): Chip[] {
  const { lists } = words.messages;
  const search = 'search' in query ? query.search : undefined;
  return [
    ...(search === undefined ? [] : [{ key: 'search', text: lists.searched(search) }]),
    ...active.map((filter) =>
      filter.isUnknown
        ? { key: filter.name, text: lists.unknown(words.label(filter.name), filter.value), isRefused: true }
        : { key: filter.name, text: lists.filter(words.label(filter.name), valueText(filter, words)) },
    ),
    ...refused.map(({ name, value, repeats }) => ({
      key: name,
      text:
        repeats === undefined
          ? lists.refused(words.label(name), value)
          : lists.repeated(words.label(repeats), value),
      isRefused: true,
    })),
  ];
}

function valueText(
  { name, value, days, relative }: ActiveFilter,
  { messages: { lists }, formats, state }: Words,
): string {
  if (name === 'state') return state(value);
  if (relative) return lists.ranges[relative];
  if (!days) return value;
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
  // An address may say any word, `constructor` too.
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name;
}

export function lineStateText(state: string, { lineStates }: BaseMessages): string {
  return isKnownLineState(state) ? lineStates[state] : state;
}
