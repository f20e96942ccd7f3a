/** A segment of letters, digits and a few marks that does not start with a dot. */
const PLAIN_PATH = /^\/(?:(?:[\w~-][\w.~-]*)\/)*(?:[\w~-][\w.~-]*)?$/;
const LONGEST_TARGET = 4096;

export interface RequestTarget {
  readonly path: string;
  readonly search: URLSearchParams;
}

/**
 * Takes a request's target apart, as it stood on the wire: before any URL parser has resolved dots, escapes or
 * backslashes, so that what is checked is what is used. Null when the path is anything but plain: with an escape, a
 * backslash, an empty segment, a segment of dots, a semicolon or a control character it is no address of ours.
 */
export function readTarget(raw: string): RequestTarget | null {
  if (raw.length > LONGEST_TARGET) return null;
  const mark = raw.indexOf('?');
  const path = mark === -1 ? raw : raw.slice(0, mark);
  if (!PLAIN_PATH.test(path) || path.includes('..')) return null;
  return { path, search: new URLSearchParams(mark === -1 ? '' : raw.slice(mark + 1)) };
}

/**
 * The origin that a request's Host header stands for; null when it is no plain host and port. It goes into the
 * document's policy, so nothing else may be in it.
 */
export function ownOrigin(host: string | null): string | null {
  return host && /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/.test(host) ? `http://${host}` : null;
}
