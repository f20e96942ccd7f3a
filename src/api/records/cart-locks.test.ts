import { describe, expect, it } from 'vitest';
import { noteCartLock } from './cart-lock-headers';
import { cartLock, markOf } from './cart-locks';

const note = (header?: string) =>
  noteCartLock('C', new Headers(header === undefined ? {} : { 'x-ot-lock': header }));

describe('the lock of a cart', () => {
  it('is the one of the last reading', () => {
    const lock = { since: 1, until: 2, state: 'open', mark: 'abc' };
    note(JSON.stringify(lock));
    expect(cartLock('C')).toEqual(lock);
    note();
    expect(cartLock('C')).toBeNull();
  });

  it.each(['{', '[]', '{"since":1}', '{"since":1,"until":2,"state":"placed","mark":"a"}'])(
    'is none for the header %s',
    (header) => {
      note(header);
      expect(cartLock('C')).toBeNull();
    },
  );

  it('has 16 hexadecimal digits of its key as mark', async () => {
    expect(await markOf('abc')).toBe('ba7816bf8f01cfea');
  });
});
