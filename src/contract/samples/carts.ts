import { CONFIRMED_LINE } from './lines';

/** "Creating an Order Session", request. */
export const CREATE_CART_REQUEST = { external_id: '12345', project_id: '' };

/** "Creating an Order Session", response. */
export const CREATE_CART_ANSWER = {
  external_id: '12345',
  project_id: '',
  id: '0b10ba8a-3c31-44ba-a758-d178ec0bb166',
  creation_date: '2025-04-10T12:11:57.548+02:00',
  cancellation_date: null,
  completion_date: null,
  order_date: null,
  state: 'created',
};

/** "Deleting order line", response. */
export const DELETE_LINE_ANSWER = {
  external_id: '444555666777',
  project_id: '',
  id: 'f12c54b3-881b-48e0-9c96-fea9b2597967',
  product_order_item: [],
};

/** "Confirming the Order Session", response. */
export const CONFIRM_CART_ANSWER = {
  external_id: '777888999',
  project_id: '',
  id: '908d2cc0-4bdc-4f62-b812-f8c1f48c96cd',
  product_order_item: [CONFIRMED_LINE],
};
