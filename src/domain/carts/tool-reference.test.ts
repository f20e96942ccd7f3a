import { expect, it } from 'vitest';
import { isToolReference, toolReference } from './tool-reference';

it('a reference of the desk is told from a person’s', () => {
  expect(isToolReference(toolReference('A-z_09'.padEnd(22, 'x')))).toBe(true);
  for (const reference of ['', 'ot-', 'ot-12', 'OT-1234567890123456789012', 'CDE-1']) {
    expect(isToolReference(reference)).toBe(false);
  }
});
