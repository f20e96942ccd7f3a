import { describe, expect, it } from 'vitest';
import { heapOfPage } from './heap-snapshot';

const META = {
  node_fields: ['type', 'name', 'self_size'],
  node_types: [['hidden', 'object', 'string', 'code', 'native'], 'string', 'number'],
};
const snapshotOf = (nodes: readonly number[]) => JSON.stringify({ snapshot: { meta: META }, nodes });

describe('the heap of a page', () => {
  it('counts objects and texts without compiled code', () => {
    expect(heapOfPage(snapshotOf([1, 0, 100, 2, 0, 20, 3, 0, 7000, 4, 0, 500, 1, 0, 3]))).toBe(123);
  });

  it('needs a heap snapshot', () => {
    expect(() => heapOfPage('{}')).toThrow('another form');
    expect(() => heapOfPage('{"snapshot":{"meta":{}},"nodes":[]}')).toThrow('another form');
  });
});
