import { randomBytes } from 'node:crypto';
import { createStaffAccess } from './staff-access';
import { createSessionTokens } from '~/gateway/session/account-tokens';
import { requestHashes, createAudit, type Audit } from '~/gateway/session/audit-log';
import type { WriteAudit } from '~/gateway/session/audit-file';
import { withRequestContext } from '~/gateway/session/request-context';
import { clientAddress } from '~/gateway/http/client-address';
import type { ClientBuild } from '~/gateway/document/client-files';
import { withQueue } from '~/gateway/orders/forward-queue';
import { createGateway } from './gateway';
import { createAuthentication } from './authentication';
import { createIdempotentWrites } from '~/gateway/orders/idempotent-writes';
import { healthAnswer } from './health';
import { createKeyedHash } from '~/gateway/session/keyed-hash';
import { createApiRoutes } from './api-routes';
import { createForward } from '~/gateway/orders/proxy';
import { createServiceAccount, type ServiceAccount } from '~/gateway/upstream/service-account';
import { createProfileMemory } from '~/gateway/profile/profile-memory';
import { createProfileRoutes } from '~/gateway/profile/profile-routes';
import { profileStorage } from '~/gateway/profile/profile-storage';
import { withServerProfile } from '~/gateway/profile/server-profile-forward';
import { createValueCipher } from '~/gateway/state/value-cipher';
import { reportedState } from '~/gateway/state/reported-state';
import type { StateStore } from '~/gateway/state/state-store';
import type { OrderApi } from '~/gateway/settings/order-api-settings';
import type { SignIn } from '~/gateway/settings/sign-in-settings';
import type { Settings } from '~/gateway/settings/settings';
import { createTokenEndpoint } from '~/gateway/upstream/token-endpoint';
import { withTokens, type TokenSource } from '~/gateway/upstream/token-source';
import type { Upstream } from '~/gateway/upstream/upstream';
import type { AnswerRequest } from './web-server';

interface Parts {
  readonly settings: Settings;
  readonly client: ClientBuild;
  /** The API: over the network, or the sandbox. */
  readonly upstream: Upstream;
  /** Where the API is called. */
  readonly origin: string;
  readonly state: StateStore;
  /** One line of JSON each. */
  readonly logRequest: (line: string) => void;
  readonly logAudit: WriteAudit;
}

export interface ComposedGateway {
  readonly answer: AnswerRequest;
  /** From now on the health check reports that the process is stopping. */
  readonly beginStop: () => void;
}

/** Puts the gateway together as the settings say. The order of its layers is all here. */
export function composeGateway({
  settings,
  client,
  upstream,
  origin,
  state: store,
  logRequest,
  logAudit,
}: Parts): ComposedGateway {
  const { orderApi, signIn, publicOrigin, trustedProxies, writeSeconds, holdSeconds } = settings;
  const hash = createKeyedHash(signIn.kind === 'none' ? null : signIn.sessions.encryptionKey);
  const audit = createAudit(logAudit, hash, () => new Date());
  const state = reportedState(store, (reason) => void audit('state', { reason }));
  const account = openAccount(orderApi, audit);
  const access = createStaffAccess(signIn, { publicOrigin, orderApi, audit, state });
  const tokens = tokensFor(orderApi, account);
  const isSandbox = orderApi.kind === 'sandbox';
  const profile = createProfileMemory(origin, Date.now, isSandbox ? null : profileStorage(state));
  const forward = withServerProfile(
    withQueue(
      createForward(origin, tokens ? withTokens(upstream, tokens) : upstream, {
        writeWithin: writeSeconds * 1000,
        onFailure: (failure) => void audit('api', { ...failure }),
      }),
    ),
    profile,
  );
  const writes = createIdempotentWrites({
    forward,
    state,
    cipher: createValueCipher(stateKeys(signIn)),
    times: { writeMs: writeSeconds * 1000, holdMs: (writeSeconds + holdSeconds) * 1000 },
  });
  const gateway = createGateway({
    client,
    apiRoutes: createAuthentication({
      apiRoutes: createApiRoutes({
        forward,
        writes,
        profile: createProfileRoutes(profile, (change) => audit('fact-set', { ...change })),
        state,
        version: versionOf(client),
      }),
      access,
      audit,
    }),
    sandbox: isSandbox,
    publicOrigin,
    // Without sign-in a foreign page could reach the API by DNS rebinding.
    isLoopbackOnly: signIn.kind === 'none' && !isSandbox,
    log: (entry) => logRequest(`${JSON.stringify({ ...entry, ...requestHashes(hash) })}\n`),
  });
  let isStopping = false;
  /** Asks all of them: each tries again after a failure. */
  const isReady = (): boolean =>
    [account, access].map((part) => part?.isReady() ?? true).every(Boolean) && !isStopping;

  return {
    answer: async (request, rawTarget, peer) => {
      const health = healthAnswer(rawTarget, request.method, isReady);
      if (health) return health;
      const address = clientAddress(peer, request.headers.get('X-Forwarded-For'), trustedProxies);
      return withRequestContext({ address, session: null }, () => gateway(request, rawTarget));
    },
    beginStop: () => {
      isStopping = true;
    },
  };
}

/**
 * The keys that encrypt personal data in the state. Without sign-in they end with the process: the answers of an
 * earlier process count as forgotten.
 */
function stateKeys(signIn: SignIn): readonly Uint8Array[] {
  if (signIn.kind === 'none') return [randomBytes(32)];
  const { key, previousKey } = signIn.sessions;
  return previousKey ? [key, previousKey] : [key];
}

/** The path of the page's last script: its hash changes with every build, and a page can read its own. */
function versionOf({ html }: ClientBuild): string {
  return [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].at(-1)?.[1] ?? '';
}

/**
 * The gateway's own account at the API. It requests its first token at once, so that the log shows whether the account
 * works.
 */
function openAccount(orderApi: OrderApi, audit: Audit): ServiceAccount | null {
  if (orderApi.kind === 'sandbox' || !orderApi.tokens?.account) return null;
  const { tokens } = orderApi;
  const account = createServiceAccount({
    endpoint: createTokenEndpoint(tokens),
    account: orderApi.tokens.account,
    onEvent: (event, reason) => void audit('account', { event, ...(reason ? { reason } : {}) }),
  });
  account.isReady();
  return account;
}

function tokensFor(orderApi: OrderApi, account: ServiceAccount | null): TokenSource | null {
  if (account) return account;
  return orderApi.kind === 'remote' && orderApi.tokens ? createSessionTokens() : null;
}
