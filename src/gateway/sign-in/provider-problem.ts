import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { isWireObject } from '~/contract/scalars';
import { causesOf, codeIn, errorCode } from '~/gateway/http/error-code';

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
  return {
    step,
    reason: (error instanceof ClientError ? codeIn(error.code) : null) ?? errorCode(error),
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

function comparison(cause: unknown): { expected: string; found: string }[] {
  if (!isWireObject(cause)) return [];
  const name = String(cause['attribute'] ?? cause['claim']);
  const values = cause['body'] ?? cause['claims'];
  if (!COMPARED.includes(name) || !isWireObject(values)) return [];
  return [{ expected: String(cause['expected']), found: String(values[name]) }];
}
