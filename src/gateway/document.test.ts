import { describe, expect, it } from 'vitest';
import { prepareDocument } from './document';

const HTML =
  '<html><head><title>t</title><script nonce="__NONCE__"></script><link nonce="__NONCE__"></head><body></body></html>';
const NOTHING = { first: '', last: '' };

describe('the document', () => {
  it('carries this response’s nonce in every place', () => {
    const html = prepareDocument(HTML, false)("a+/$&'1", NOTHING);
    expect(html).toBe(HTML.replaceAll('__NONCE__', () => "a+/$&'1"));
  });

  it('announces before its first script and at the end of its head', () => {
    const html = prepareDocument(HTML, false)('n', { first: '<first>', last: '<last>' });
    expect(html).toContain('<title>t</title><first><script');
    expect(html).toContain('<link nonce="n"><last></head>');
  });

  it('says that it is a sandbox on the sandbox only', () => {
    const mark = '<meta name="orderdesk-sandbox" content="true">';
    expect(prepareDocument(HTML, true)('n', NOTHING)).toContain(`${mark}</head>`);
    expect(prepareDocument(HTML, false)('n', NOTHING)).not.toContain(mark);
  });

  it('is refused at start when it has no script in its head', () => {
    expect(() => prepareDocument('<html><head></head><script></script></html>', false)).toThrow('no script');
  });
});
