import { pickLineScalars, readOrderLine, type LineValues } from '~/contract/order-line';
import { isWireObject } from '~/contract/scalars';

/** Reads back values that were written down as JSON: each contact with its origin. A missing value stays empty. */
export function readLineValues(raw: unknown): LineValues {
  const line = readOrderLine({ ...(isWireObject(raw) ? raw : {}), id: 'stored' });
  return {
    ...pickLineScalars(line),
    related_contact_information: line.related_contact_information.map((contact) => {
      const { wire } = contact.wire;
      return { ...contact, wire: isWireObject(wire) ? wire : {} };
    }),
  };
}
