import type { CartHeader } from '~/contract/cart';
import type { ContactField } from '~/contract/contact';
import type { LineField, ReadOnlyLineField } from '~/contract/order-line';

/** Every field that has a label. */
export type LineFieldName = LineField | ReadOnlyLineField;
export type ContactFieldName = ContactField;
export type CartFieldName = keyof CartHeader;
