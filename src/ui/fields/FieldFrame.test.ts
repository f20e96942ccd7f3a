import { expect, it } from 'vitest';
import { isReadOnlyLock } from './FieldFrame';

it.each([
  [{}, false],
  [{ isLocked: false }, false],
  [{ isLocked: true }, true],
  [{ lockedReason: 'Fixed by quote Q-1' }, true],
  [{ isLocked: false, lockedReason: 'Fixed by quote Q-1' }, true],
  [{ error: 'wrong', warning: 'odd', hint: 'needed' }, false],
])('a field with %j is shut: %s', (notes, shut) => {
  expect(isReadOnlyLock({ label: 'Note', ...notes })).toBe(shut);
});
