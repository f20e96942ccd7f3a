import { BATCH_SCREENS } from './batch-screens';
import { CART_SCREENS } from './cart-screens';
import { DESK_SCREENS } from './desk-screens';
import { IMPORT_SCREENS } from './import-screens';
import { LINE_SCREENS } from './line-screens';
import { LIST_SCREENS } from './list-screens';

/** Every screen and every dialog, with the content that is hard to draw. */
export const SCREENS = [
  ...DESK_SCREENS,
  ...LIST_SCREENS,
  ...CART_SCREENS,
  ...BATCH_SCREENS,
  ...IMPORT_SCREENS,
  ...LINE_SCREENS,
];
