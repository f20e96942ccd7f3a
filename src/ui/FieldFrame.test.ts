import { expect, it } from 'vitest';
import { isShut } from './FieldFrame';

it.each([
  [{}, false],
  [{ isLocked: false }, false],
  [{ isLocked: true }, true],
  [{ lockedReason: 'Fixed by quote Q-1' }, true],
  [{ isLocked: false, lockedReason: 'Fixed by quote Q-1' }, true],
  [{ error: 'wrong', warning: 'odd', hint: 'needed' }, false],
])('a field with %j is shut: %s', (notes, shut) => {
  expect(isShut({ label: 'Note', ...notes })).toBe(shut);
});
