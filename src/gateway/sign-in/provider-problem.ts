import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { isWireObject } from '~/contract/scalars';

/** A failure of the provider for the operator: codes and settings, nothing of a person. */
export interface ProviderProblem {
  readonly step: 'discovery' | 'callback' | 'token' | 'userinfo';
  readonly reason: string;
  readonly status?: number;
  /** Two values that must be equal to the letter, such as two issuers. */
  readonly expected?: string;
  readonly found?: string;
}

/** These differ by configuration; any other claim can hold a person. */
const COMPARED = ['issuer', 'iss', 'aud'];

/** The problem of a failed call of openid-client. */
export function providerProblem(step: ProviderProblem['step'], error: unknown): ProviderProblem {
  if (error instanceof ResponseBodyError)
    return { step, reason: codeIn(error.error) ?? 'refused', status: error.status };
  if (error instanceof AuthorizationResponseError) return { step, reason: codeIn(error.error) ?? 'refused' };
  if (error instanceof WWWAuthenticateChallengeError) {
    const code = error.cause[0]?.parameters.error;
    return { step, reason: codeIn(code) ?? 'refused', status: error.status };
  }
  const causes = causesOf(error);
  const compared = causes.flatMap((cause) => comparison(cause))[0];
  const answer = causes.find((cause) => cause instanceof Response);
  const reason = causes
    .map((cause) => (cause instanceof Error ? codeIn(codeOf(cause)) : null))
    .filter((code) => code !== null);
  return {
    step,
    // The innermost code says most, such as ECONNREFUSED behind "fetch failed".
    reason: (error instanceof ClientError ? codeIn(error.code) : null) ?? reason.at(-1) ?? 'unknown',
    ...(answer ? { status: answer.status } : {}),
    ...compared,
  };
}

/** Whether the provider gave no answer at all, or a fault of its own. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500;
  const causes = causesOf(error);
  return causes.some(
    (cause) =>
      (cause instanceof Response && cause.status >= 500) ||
      (cause instanceof Error && ['TimeoutError', 'TypeError'].includes(cause.name)),
  );
}

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let cause = error; cause !== undefined && causes.length < 5;) {
    causes.push(cause);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}

function comparison(cause: unknown): { expected: string; found: string }[] {
  if (!isWireObject(cause)) return [];
  const name = String(cause['attribute'] ?? cause['claim']);
  const values = cause['body'] ?? cause['claims'];
  if (!COMPARED.includes(name) || !isWireObject(values)) return [];
  return [{ expected: String(cause['expected']), found: String(values[name]) }];
}

function codeOf(error: Error): unknown {
  return 'code' in error && error.code !== undefined ? error.code : error.name;
}

/** A code, and never a sentence: a description can name a person. */
function codeIn(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : null;
}
