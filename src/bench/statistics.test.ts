import { describe, expect, it } from 'vitest';
import { quantile, spreadOf } from './statistics';

describe('the spread of values', () => {
  it('is their median between their quartiles', () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
  });

  it('lies between two values where it falls so', () => {
    expect(spreadOf([10, 20])).toEqual({ median: 15, low: 12.5, high: 17.5 });
  });

  it('is the value itself when there is one', () => {
    expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
  });

  it('is not a number when nothing was measured', () => {
    expect(spreadOf([]).median).toBeNaN();
  });
});

describe('a quantile', () => {
  it('near the end shows the slowest values', () => {
    const values = Array.from({ length: 101 }, (_, index) => index);
    expect(quantile(values, 0.98)).toBe(98);
  });
});
