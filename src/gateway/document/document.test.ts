import { describe, expect, it } from 'vitest';
import { prepareDocument } from './document';

const HTML =
  '<html><head><title>t</title><script nonce="__NONCE__"></script><link nonce="__NONCE__"></head><body></body></html>';
const NOTHING = '';

describe('the document', () => {
  it('carries this response’s nonce in every place', () => {
    const html = prepareDocument(HTML, false)("a+/$&'1", NOTHING);
    expect(html).toBe(HTML.replaceAll('__NONCE__', () => "a+/$&'1"));
  });

  it('has preload links before its scripts', () => {
    const html = prepareDocument(HTML, false)('n', '<preload>');
    expect(html).toContain('<title>t</title><preload><script');
  });

  it('says that it is a sandbox on the sandbox only', () => {
    const mark = '<meta name="orderdesk-sandbox" content="true">';
    expect(prepareDocument(HTML, true)('n', NOTHING)).toContain(`${mark}</head>`);
    expect(prepareDocument(HTML, false)('n', NOTHING)).not.toContain(mark);
  });

  it('throws without a script in its head', () => {
    expect(() => prepareDocument('<html><head></head><script></script></html>', false)).toThrow('no script');
  });
});
