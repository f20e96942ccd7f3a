import { expect, it } from 'vitest';
import { english as messages } from '~/i18n/whole-catalogues';
import { cartName } from './cart-name';

it.each([
  ['EXT-1', 'P-1', 'Cart EXT-1'],
  ['', 'P-1', 'Cart P-1'],
  ['', '', 'Cart without a reference'],
])('a cart with reference %j and project %j is called %j', (external_id, project_id, name) => {
  expect(cartName({ external_id, project_id }, messages)).toBe(name);
});
