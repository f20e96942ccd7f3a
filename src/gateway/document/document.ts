/** Renders the document of one response. */
export type RenderDocument = (nonce: string, preloadLinks: string) => string;

const NONCE_PLACEHOLDER = '__NONCE__';
const SANDBOX_META = '<meta name="orderdesk-sandbox" content="true">';

/**
 * Prepares the built index.html. Preload links stand before its first script, the sandbox's meta tag at the end of
 * its head. Throws for a file without a script in its head.
 */
export function prepareDocument(html: string, sandbox: boolean): RenderDocument {
  const scripts = html.indexOf('<script');
  const end = html.indexOf('</head>');
  if (scripts === -1 || end === -1 || scripts > end)
    throw new Error('The built index.html has no script in its head');
  const before = html.slice(0, scripts);
  const middle = html.slice(scripts, end);
  const after = html.slice(end);
  const meta = sandbox ? SANDBOX_META : '';
  return (nonce, preloadLinks) =>
    withNonce(before, nonce) + preloadLinks + withNonce(middle, nonce) + meta + withNonce(after, nonce);
}

function withNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, () => nonce);
}
