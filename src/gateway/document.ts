import type { Announcement } from './announce';

/** Makes the document of one response. */
export type RenderDocument = (nonce: string, announcement: Announcement) => string;

const NONCE_PLACEHOLDER = '__NONCE__';
const SANDBOX_MARK = '<meta name="orderdesk-sandbox" content="true">';

/**
 * Prepares the built index.html: what is announced goes in front of its first script and to the end of its head, and
 * on the sandbox the mark that the app reads goes there too. Throws when the file has neither a script in its head nor an end of it.
 */
export function prepareDocument(html: string, sandbox: boolean): RenderDocument {
  const scripts = html.indexOf('<script');
  const end = html.indexOf('</head>');
  if (scripts === -1 || end === -1 || scripts > end)
    throw new Error('The built index.html has no script in its head');
  const before = html.slice(0, scripts);
  const middle = html.slice(scripts, end);
  const after = html.slice(end);
  const mark = sandbox ? SANDBOX_MARK : '';
  return (nonce, { first, last }) =>
    withNonce(before, nonce) + first + withNonce(middle, nonce) + last + mark + withNonce(after, nonce);
}

function withNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, () => nonce);
}
