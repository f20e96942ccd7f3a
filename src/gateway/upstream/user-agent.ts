/** The name of the gateway for the API and the token endpoint. */
export const USER_AGENT = 'Orderdesk/0.1.0';
