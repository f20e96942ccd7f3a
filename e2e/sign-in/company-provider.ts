import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider, type Configuration } from 'oidc-provider';

/*
 * The company's sign-in for tests: a certified OpenID Connect provider, on this machine. It lets everybody in under the
 * name that they type (any password), and tells groups and names as companies' providers do.
 */

export interface CompanyProvider {
  readonly issuer: string;
  readonly close: () => void;
}

export const DESK_CLIENT = { id: 'orderdesk', secret: 'canary-secret-of-the-desk' };

/** Groups by the name that is typed; anybody else is in none. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'canary.person': ['sales', 'orders'],
  'second.person': ['orders'],
};

/** In so many groups that the provider names a source instead, as Entra ID does. */
const OVERAGE = {
  _claim_names: { groups: 'src1' },
  _claim_sources: { src1: { endpoint: 'https://groups.example.com/', access_token: 'none' } },
};

/** Starts one, on a free port unless told; `desk` is where the gateway is, or will be. */
export async function startCompanyProvider(desk: string, port = 0): Promise<CompanyProvider> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const provider = new Provider(issuer, configuration(desk));
  server.on('request', (incoming, outgoing) => {
    // A full browser asks for it, and would complain of a 404.
    if (incoming.url === '/favicon.ico') outgoing.writeHead(204).end();
    else void provider.callback()(incoming, outgoing);
  });
  return {
    issuer,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function configuration(desk: string): Configuration {
  return {
    clients: [
      {
        client_id: DESK_CLIENT.id,
        client_secret: DESK_CLIENT.secret,
        redirect_uris: [`${desk}/auth/callback`],
        post_logout_redirect_uris: [`${desk}/sign-in?out=yes`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email'],
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, IdToken: 600, AccessToken: 600 },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        name: `Name of ${sub}`,
        email: `${sub}@example.com`,
        email_verified: true,
        ...(sub === 'many.groups' ? OVERAGE : { groups: GROUPS[sub] ?? [] }),
      }),
    }),
  };
}
