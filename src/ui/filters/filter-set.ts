/** A filter: its search param and its label. */
interface NamedFilter {
  readonly name: string;
  readonly label: string;
}

/** The filters that a list has. */
export interface FilterSet {
  /** Texts that are always in sight; the first one also on a narrow screen. */
  readonly inSight: readonly [NamedFilter, ...NamedFilter[]];
  readonly states: readonly { readonly value: string; readonly label: string }[];
  readonly texts: readonly NamedFilter[];
  readonly dates: readonly NamedFilter[];
}
