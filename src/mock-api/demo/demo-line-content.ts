import { emptyContact, type Contact } from '~/contract/contact';
import { emptyLineValues, type LineValues } from '~/contract/order-line';
import { CPE_OPTION } from '~/domain/fields/offer-rules';
import { isRejected } from '~/domain/lifecycles/order-line-lifecycle';
import { inventedSiret, personAt } from './demo-people';
import { OPTIONS, TERMINATION_ERRORS, type Offer } from './demo-offers';
import { STREETS, type Place } from './demo-places';
import { historyOf } from '~/mock-api/store/line-history';
import { computedEnni } from '~/mock-api/store/computed-enni';
import { Random } from './random';
import type { StoredCart } from '~/mock-api/store/stored-order';
import type { LineContent, LineRow, LineStatus } from '~/mock-api/store/stored-order';
import { DAY } from '~/mock-api/wire/wire-times';

interface Sketch {
  readonly cart: StoredCart;
  readonly row: LineRow;
  readonly place: Place;
  readonly offer: Offer;
  readonly seed: number;
}

/** Fills a demo line's row up to the whole line; the same for the same seed. */
export function demoContent(sketch: Sketch): LineContent {
  const random = new Random(sketch.seed + 0x4000_0000);
  const complete = demoValues(sketch, random);
  const unfinished = sketch.row.state === 'created' && random.chance(0.35);
  return {
    values: unfinished ? withGaps(complete, random) : complete,
    status: demoStatus(sketch, random),
  };
}

function demoValues({ cart, row, place, offer }: Sketch, random: Random): LineValues {
  const hasCpe = random.chance(0.2);
  const isQuoted = random.chance(0.25);
  return {
    ...emptyLineValues(),
    end_customer_name: row.end_customer_name,
    external_id: row.external_id,
    customer_order_name: row.customer_order_name,
    product_offering_id: row.product_offering_id,
    product_offering_qualification_item_id: row.product_offering_qualification_item_id,
    scheduled_delivery_date: row.scheduled_delivery_date,
    project_id: cart.project_id,
    quote_item_id: isQuoted ? random.uuid() : '',
    business_code: random.chance(0.5) ? `AB${random.digits(3)}` : '',
    billing_site_ref: random.chance(0.5) ? `AUX${random.digits(2)}` : '',
    offer_family: offer.offer_family,
    offer_technology: offer.offer_technology,
    option_ids: [...OPTIONS.filter(() => random.chance(0.3)), ...(hasCpe ? [CPE_OPTION] : [])],
    cpe_networking_number: hasCpe ? `NET-${random.digits(6)}` : '',
    cpe_serial_number: hasCpe ? `SR-${random.digits(6)}` : '',
    enni: offer.offer_family === 'DIA' ? computedEnni(row) : `AZ00${random.digits(4)}`,
    enni_2: random.chance(0.15) ? `AZ00${random.digits(4)}` : '',
    vlan_reference: String(random.between(100, 4000)),
    siret_known: true,
    note: random.chance(0.3) ? "Prévenir l'accueil avant l'arrivée du technicien." : '',
    technical_note: random.chance(0.1) ? 'Baie 19 pouces, 2 U libres au rez-de-chaussée.' : '',
    access_instructions: random.chance(0.3) ? "Badge à retirer à l'accueil, entrée côté cour." : '',
    specific_request: random.chance(0.1) ? 'Raccordement hors horaires de bureau.' : '',
    related_contact_information: [demoContact(row, place, random)],
  };
}

function demoContact(row: LineRow, place: Place, random: Random): Contact {
  const first = personAt(row.end_customer_name, random);
  const second = random.chance(0.4) ? personAt(row.end_customer_name, random) : null;
  return {
    ...emptyContact(),
    end_customer_name: row.end_customer_name,
    siret: inventedSiret(random),
    contact1_email_address: first.email_address,
    contact1_firstname: first.firstname,
    contact1_lastname: first.lastname,
    contact1_phone_number: first.phone_number,
    contact2_email_address: second?.email_address ?? '',
    contact2_firstname: second?.firstname ?? '',
    contact2_lastname: second?.lastname ?? '',
    contact2_phone_number: second?.phone_number ?? '',
    city: place.city,
    postcode: place.postcode,
    insee_code: place.insee_code,
    street_name: random.pick(STREETS),
    street_number: String(random.between(1, 140)),
    street_number_extension: random.chance(0.1) ? random.pick(['bis', 'ter', 'B']) : '',
    building_name: random.chance(0.15) ? `Bâtiment ${random.pick(['A', 'B', 'C', 'Les Tilleuls'])}` : '',
    level_number: random.chance(0.3) ? String(random.between(0, 6)) : '',
    latitude: (place.latitude + random.between(-900, 900) / 100_000).toFixed(6),
    longitude: (place.longitude + random.between(-900, 900) / 100_000).toFixed(6),
  };
}

/** The values that a salesperson does not know yet. */
function withGaps(values: LineValues, random: Random): LineValues {
  const gaps: ((line: LineValues) => LineValues)[] = [
    (line) => ({ ...line, related_contact_information: [] }),
    (line) => withContact(line, { contact1_email_address: '', contact1_phone_number: '' }),
    (line) => withContact(line, { insee_code: '', street_number: '' }),
    (line) => withContact(line, { siret: '' }),
    (line) => (line.offer_family === 'DIA' ? withContact(line, { city: '' }) : { ...line, enni: '' }),
    (line) => ({
      ...line,
      option_ids: [...line.option_ids.filter((option) => option !== CPE_OPTION), CPE_OPTION],
      cpe_serial_number: '',
    }),
  ];
  return gaps[random.below(gaps.length)]?.(values) ?? values;
}

function withContact(line: LineValues, changes: Partial<Contact>): LineValues {
  return {
    ...line,
    related_contact_information: line.related_contact_information.map((contact) => ({
      ...contact,
      ...changes,
    })),
  };
}

function demoStatus({ cart, row }: Sketch, random: Random): LineStatus {
  const confirmed = cart.order_date ?? row.creation_date;
  const decided = cart.completion_date ?? confirmed;
  const isOrdered = row.order_date !== null;
  const isCancelled = isOrdered && random.chance(0.04);
  return {
    ...historyOf(row.state, row.creation_date, confirmed, decided),
    order_reference: row.order_reference,
    temporary_reference: row.temporary_reference,
    building_ref: random.chance(0.5) ? `IMB/${random.digits(5)}/X/${random.digits(4)}` : '',
    completion_date: null,
    cancellation_date: isCancelled ? decided + DAY / 3 : null,
    cancellation_reason: isCancelled ? 'Annulation à la demande du client final' : '',
    termination_error: isRejected(row) ? [random.pick(TERMINATION_ERRORS)] : [],
  };
}
