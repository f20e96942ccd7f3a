/** The page to return to after a sign-in: a path of the app at `origin`, and the lines for anything else. */
export function returnPath(next: string | undefined, origin: string): string {
  if (next === undefined || !next.startsWith('/') || !URL.canParse(next, origin)) return '/lines';
  const url = new URL(next, origin);
  const isOfApp = url.origin === origin && !/^\/(?:auth|api|gw|sign-in)(?:\/|$)/.test(url.pathname);
  return isOfApp ? url.pathname + url.search + url.hash : '/lines';
}
