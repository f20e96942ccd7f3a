import { demoContent } from './demo-line-content';
import { companyName } from './demo-people';
import { OFFERS } from './demo-offers';
import { PLACES } from './demo-places';
import { orderDateOf } from '~/mock-api/store/line-history';
import { Random } from './random';
import type { StoredCart } from '~/mock-api/store/stored-order';
import { toReference } from '~/mock-api/store/store';
import { expiryOf, StoredLine, type LineRow } from '~/mock-api/store/stored-order';
import { DAY, toFrenchDay, type Moment } from '~/mock-api/wire/wire-times';

interface DemoLine {
  readonly cart: StoredCart;
  /** Among all demo lines; everything about the line follows from it. */
  readonly number: number;
  /** Within the cart. */
  readonly position: number;
  readonly midnight: Moment;
}

/** A demo line: its row at once, its content on the first read. */
export function demoLine({ cart, number, position, midnight }: DemoLine): StoredLine {
  const random = new Random(number + 1);
  const state = demoState(cart.state, position, random);
  const created = cart.creation_date + position * 60_000;
  const company = companyName(random);
  const place = random.pick(PLACES);
  const offer = random.pick(OFFERS);
  const row: LineRow = {
    id: random.uuid(),
    product_order_id: cart.id,
    end_customer_name: company,
    external_id: random.chance(0.7) ? `LIG-${number + 1}` : '',
    product_offering_id: offer.product_offering_id,
    product_offering_qualification_item_id: random.uuid(),
    state,
    order_reference: state === 'created' ? '' : toReference(cart.order_date ?? created, number + 500_000),
    temporary_reference: toReference(created, number + 1),
    customer_order_name: `${random.pick(['Accès', 'Site', 'Agence', 'Siège', 'Dépôt'])} ${place.city}`,
    creation_date: created,
    order_date: orderDateOf(state, cart.completion_date ?? created),
    expiration_date: expiryOf({ state, creation_date: created }),
    scheduled_delivery_date: random.chance(0.6) ? deliveryDay(state, created, midnight, random) : '',
  };
  return new StoredLine(cart, row, () => demoContent({ cart, row, place, offer, seed: number }));
}

/** Wanted some weeks after the order; for a draft some weeks from now. */
function deliveryDay(state: string, created: Moment, midnight: Moment, random: Random): string {
  return toFrenchDay((state === 'created' ? midnight : created) + random.between(20, 70) * DAY);
}

function demoState(cartState: string, position: number, random: Random): string {
  switch (cartState) {
    case 'created':
    case 'in_progress':
      return cartState;
    case 'rejected':
      return 'rejected_creation';
    case 'partial':
      // One of each at least, so that a partial cart is one.
      if (position === 0) return 'acknowledged';
      return position === 1 || random.chance(0.3) ? 'rejected_creation' : acceptedState(random);
    default:
      return acceptedState(random);
  }
}

function acceptedState(random: Random): string {
  if (random.chance(0.85)) return 'acknowledged';
  return random.chance(0.7) ? 'held_adv_validation' : 'in_progress';
}
