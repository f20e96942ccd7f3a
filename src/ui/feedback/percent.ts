/** How much of a total is done, as a whole number from 0 to 100. A total of 0 is all done. */
export function percentOf(done: number, total: number): number {
  return total === 0 ? 100 : Math.round((done / total) * 100);
}
