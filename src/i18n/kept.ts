/** What this browser keeps for a person: choices, never what they typed into an order. Storage may be blocked. */

/** The kept text; null when there is none, or storage is blocked. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text; where storage is blocked or full the choice lasts as long as the page. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing depends on it.
  }
}
