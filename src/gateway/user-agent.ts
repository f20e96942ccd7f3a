/** How the gateway names itself to the API and to the provider of tokens. */
export const USER_AGENT = 'Orderdesk/0.1.0';
