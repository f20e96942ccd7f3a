/** A segment of letters, digits and a few marks that does not start with a dot. */
const PLAIN_PATH = /^\/(?:(?:[\w~-][\w.~-]*)\/)*(?:[\w~-][\w.~-]*)?$/;
const LONGEST_TARGET = 4096;

export interface RequestTarget {
  readonly path: string;
  readonly search: URLSearchParams;
}

/**
 * Parses a request's target as it stood on the wire, before a URL parser resolves dots, escapes or backslashes. Null
 * for a path with an escape, a backslash, a semicolon or a control character. Null too for an empty segment or a
 * segment of dots.
 */
export function readTarget(raw: string): RequestTarget | null {
  if (raw.length > LONGEST_TARGET) return null;
  const mark = raw.indexOf('?');
  const path = mark === -1 ? raw : raw.slice(0, mark);
  if (!PLAIN_PATH.test(path) || path.includes('..')) return null;
  return { path, search: new URLSearchParams(mark === -1 ? '' : raw.slice(mark + 1)) };
}

/**
 * The origin of a Host header; null unless it is a plain host and port. The document's policy contains it, so nothing
 * else may stand in it.
 */
export function ownOrigin(host: string | null): string | null {
  return host && /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/.test(host) ? `http://${host}` : null;
}
