import { expect, it } from 'vitest';
import { valueShape, withLineBreaksOf } from './value-shape';

it.each([
  ['', 'day'],
  [null, 'day'],
  ['2027-03-01', 'day'],
  ['2027-02-30', 'one-line'],
  ['0000-01-01', 'one-line'],
  ['102027-03-01', 'one-line'],
  ['2027-03-01T09:00:00+01:00', 'one-line'],
  [' 2027-03-01', 'one-line'],
  ['1234567890123456789', 'one-line'],
  ['one\ntwo', 'lines'],
  ['one\rtwo', 'lines'],
])('%j needs an input for: %s', (value, shape) => {
  expect(valueShape(value)).toBe(shape);
});

it.each([
  ['one\r\ntwo', 'one\ntwo', 'one\r\ntwo'],
  ['one\r\ntwo', 'one\ntwo\nthree', 'one\r\ntwo\r\nthree'],
  ['one\rtwo', 'one\ntwo', 'one\rtwo'],
  ['one\ntwo\r\n', 'one\ntwo\n', 'one\ntwo\r\n'],
  ['one\ntwo\r\n', 'one\ntwo', 'one\ntwo'],
  ['one\ntwo', 'one', 'one'],
  ['', 'one\ntwo', 'one\ntwo'],
])('%j typed over as %j is %j', (before, typed, text) => {
  expect(withLineBreaksOf(before, typed)).toBe(text);
});
