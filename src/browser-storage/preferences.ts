/** A person's choices in this browser, never the content of an order. Storage may be blocked. */

/** The stored text; null when there is none, or storage is blocked. */
export function readPreference(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether a text is stored under `name`, or under a name that begins with it and a colon. */
export function hasPreference(name: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => key === name || key.startsWith(`${name}:`));
  } catch {
    return false;
  }
}

export function removePreference(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is stored where storage is blocked.
  }
}

/** Stores a text, and gives whether it did: where storage is blocked or full the choice lasts as long as the page. */
export function storePreference(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
