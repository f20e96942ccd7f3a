/*
 * The mark that this browser is signed out. A cookie holds it, so that every call carries it. A gateway that was out of
 * reach ends the session with the next call. The gateway reads it in src/gateway/session/cookies.ts and clears it with
 * the next sign-in.
 */

const MARK = '__Host-ot-signed-out=1';

/** Marks this browser as signed out; false where it keeps no cookies. */
export function markSignedOut(): boolean {
  document.cookie = `${MARK}; Path=/; Secure; SameSite=Strict`;
  return isMarkedSignedOut();
}

/** Whether no sign-in has happened since the mark was set. */
export function isMarkedSignedOut(): boolean {
  return document.cookie.split('; ').includes(MARK);
}
