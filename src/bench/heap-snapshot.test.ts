import { describe, expect, it } from 'vitest';
import { heapOfPage } from './heap-snapshot';

const META = {
  node_fields: ['type', 'name', 'self_size'],
  node_types: [['hidden', 'object', 'string', 'code', 'native'], 'string', 'number'],
};
const snapshotOf = (nodes: readonly number[]) => JSON.stringify({ snapshot: { meta: META }, nodes });

describe('the heap of a page', () => {
  it('is its objects and texts, and not what the browser has compiled', () => {
    expect(heapOfPage(snapshotOf([1, 0, 100, 2, 0, 20, 3, 0, 7000, 4, 0, 500, 1, 0, 3]))).toBe(123);
  });

  it('is never read from something else', () => {
    expect(() => heapOfPage('{}')).toThrow('another form');
    expect(() => heapOfPage('{"snapshot":{"meta":{}},"nodes":[]}')).toThrow('another form');
  });
});
