import { aCart, aLine } from '~/mock-api/store/given';

/** A draft that is ready to confirm, in which every outcome can be seen by hand. */
export const DEMONSTRATION_CART = aCart({
  external_id: 'DEMO',
  project_id: 'PRJ-DEMO',
  lines: ['', 'HOLD', 'STAY', 'CANCEL', 'ODD', 'REJECT', 'REJECT ENNI'].map((name) =>
    aLine({ customer_order_name: name === '' ? 'Démonstration' : `${name} (démonstration)` }),
  ),
});
