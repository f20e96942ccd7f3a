import { apiHeaders } from './security-headers';
import { negotiateLanguage } from './accept-language';

/*
 * A tab may still show the page of an earlier version after the gateway was replaced. That page names its writes, the
 * epoch and its person's key otherwise. It goes on storing unsaved text, and learns from its next write to reload.
 */

interface RequestHeaders {
  get(name: string): string | null;
}

/** Whether a write is named as a page of an earlier version names it. */
export function isOldWrite(headers: RequestHeaders): boolean {
  return headers.get('X-OT-Attempt') !== null;
}

const TEXTS = {
  fr: "Cette page est d'une version antérieure. Rien n'a été envoyé. Rechargez la page : ce que cet ordinateur garde de votre saisie sera proposé à nouveau.",
  en: 'This page is of an earlier version. Nothing was sent. Reload the page: what this computer keeps of your text is offered again.',
} as const;

/** Refuses such a write. That page shows `detail` in its person's language, and reads 400 as proof that nothing was done. */
export function oldPageResponse(headers: RequestHeaders, requestId: string): Response {
  const detail = TEXTS[negotiateLanguage(headers.get('Accept-Language'))];
  return Response.json({ detail }, { status: 400, headers: apiHeaders(requestId) });
}

/** The epoch under its earlier name. Without it that page would call the session unreadable, and store no more text. */
export function oldNameOfEpoch(epoch: string): { readonly bootId: string } {
  return { bootId: epoch };
}

/** The encryption key of a person under its earlier name. */
export function oldNameOfKey(encryptionKey: string): { readonly draftKey: string } {
  return { draftKey: encryptionKey };
}
