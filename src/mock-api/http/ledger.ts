import type { OperationIds, OperationName } from '~/contract/operations';
import type { Moment } from '~/mock-api/wire/wire-times';

/** A request as it came in, and its outcome. */
export interface LedgerEntry {
  readonly at: Moment;
  readonly method: string;
  readonly path: string;
  /** Null for a call that the document does not have. */
  readonly operation: OperationName | null;
  readonly ids: OperationIds;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed body; undefined when there was none, the text when it was no JSON. */
  readonly body: unknown;
  /** Null while it is under way, and for good when the connection was cut. */
  status: number | null;
}

/** Every request that came in, oldest first. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];

  record(entry: Omit<LedgerEntry, 'status'>): LedgerEntry {
    const recorded = { ...entry, status: null };
    this.entries.push(recorded);
    return recorded;
  }

  of(operation: OperationName): readonly LedgerEntry[] {
    return this.entries.filter((entry) => entry.operation === operation);
  }

  /** The newest request of an operation. Throws when there was none. */
  last(operation: OperationName): LedgerEntry {
    const entry = this.of(operation).at(-1);
    if (!entry) throw new Error(`No request for ${operation} came in`);
    return entry;
  }

  /** Removes all entries. */
  clear(): void {
    this.entries.length = 0;
  }
}
