import { describe, expect, it } from 'vitest';
import { connectTo } from '~/api/testing/stand-in-network';
import { write } from './write';

describe('a write', () => {
  it('leaves when its record is stored, and not before', async () => {
    const order: string[] = [];
    const fetch = async () => {
      order.push('sent');
      return Response.json({ id: 'c1' });
    };
    connectTo({ fetch });
    const onKey = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      order.push('stored');
    };
    await write('createCart', { body: {}, onKey });
    expect(order).toEqual(['stored', 'sent']);
  });
});
