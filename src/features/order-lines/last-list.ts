import type { LineAddress } from './line-address';

/** The list that a line was opened from: for the way back, and for the lines beside it. */
let lastAddress: LineAddress | null = null;

export function rememberList(address: LineAddress): void {
  lastAddress = address;
}

/** null when no list was shown in this page's life: the line was opened by its own link. */
export function lastList(): LineAddress | null {
  return lastAddress;
}
