import { createAccess } from './access';
import { createCallersTokens } from './account-tokens';
import { callerMarks, createAudit, type Audit } from './audit-log';
import { asCaller } from './caller';
import { clientAddress } from './client-address';
import type { ClientBuild } from './client-files';
import { pauseAfterStart } from './confirm-latches';
import { withQueue } from './forward-queue';
import { createGateway } from './gateway';
import { createGuardedCalls } from './guarded-calls';
import { createGuardedWrites } from './guarded-writes';
import { healthAnswer } from './health';
import { createKeyedHash } from './keyed-hash';
import { createPageCalls } from './page-calls';
import { createForward } from './proxy';
import { createServiceAccount, type ServiceAccount } from './service-account';
import type { OrderApi } from './order-api-settings';
import type { Settings } from './settings';
import { createTokenEndpoint } from './token-endpoint';
import { withTokens, type TokenSource } from './token-source';
import type { Upstream } from './upstream';
import type { Answer } from './web-server';

interface Parts {
  readonly settings: Settings;
  readonly client: ClientBuild;
  /** The API: over the network, or the sandbox. */
  readonly upstream: Upstream;
  /** Where the API is called. */
  readonly origin: string;
  /** One line of JSON each. */
  readonly logRequest: (line: string) => void;
  readonly logAudit: (line: string) => void;
}

export interface Desk {
  readonly answer: Answer;
  /** From now on watchers are told to send nobody here. */
  readonly beginStop: () => void;
}

/** Puts the gateway together as the settings say: what stands in front of what is all here. */
export function openDesk({ settings, client, upstream, origin, logRequest, logAudit }: Parts): Desk {
  const { orderApi, signIn, publicOrigin, trustedProxies, writeSeconds, holdSeconds } = settings;
  const hash = createKeyedHash(signIn.kind === 'none' ? null : signIn.sessions.draftKey);
  const audit = createAudit(logAudit, hash, () => new Date());
  const account = openAccount(orderApi, audit);
  const tokens = tokensFor(orderApi, account);
  const forward = withQueue(
    createForward(origin, tokens ? withTokens(upstream, tokens) : upstream, writeSeconds * 1000),
  );
  const isSandbox = orderApi.kind === 'sandbox';
  const writes = createGuardedWrites(forward, Date.now, {
    // A restart empties the sandbox too: nothing of the process before can still be running there.
    pause: isSandbox ? 0 : pauseAfterStart(writeSeconds * 1000),
    hold: (writeSeconds + holdSeconds) * 1000,
  });
  const gateway = createGateway({
    client,
    pageCalls: createGuardedCalls({
      pageCalls: createPageCalls({ forward, writes, now: Date.now }),
      access: createAccess(signIn, { publicOrigin, orderApi, audit }),
      audit,
    }),
    sandbox: isSandbox,
    publicOrigin,
    log: (entry) => logRequest(`${JSON.stringify({ ...entry, ...callerMarks(hash) })}\n`),
  });
  let isStopping = false;
  const isReady = (): boolean => !isStopping && (account?.isReady() ?? true);

  return {
    answer: async (request, rawTarget, peer) => {
      const health = healthAnswer(rawTarget, request.method, isReady);
      if (health) return health;
      const address = clientAddress(peer, request.headers.get('X-Forwarded-For'), trustedProxies);
      return asCaller({ address, session: null }, () => gateway(request, rawTarget));
    },
    beginStop: () => {
      isStopping = true;
    },
  };
}

/** The gateway's own account at the API, and its first token at once: an operator sees in the log whether it works. */
function openAccount(orderApi: OrderApi, audit: Audit): ServiceAccount | null {
  if (orderApi.kind === 'sandbox' || !orderApi.tokens?.account) return null;
  const { tokens } = orderApi;
  const account = createServiceAccount({
    endpoint: createTokenEndpoint(tokens),
    account: orderApi.tokens.account,
    onEvent: (event) => audit('account', { event }),
  });
  account.isReady();
  return account;
}

function tokensFor(orderApi: OrderApi, account: ServiceAccount | null): TokenSource | null {
  if (account) return account;
  return orderApi.kind === 'remote' && orderApi.tokens ? createCallersTokens() : null;
}
