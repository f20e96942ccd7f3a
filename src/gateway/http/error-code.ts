/**
 * The code of a failure for the operator, such as ECONNREFUSED behind "fetch failed": the innermost code says most. It is
 * never a sentence, which can name a person or a secret; `unknown` where there is none.
 */
export function errorCode(error: unknown): string {
  const codes = causesOf(error).flatMap((cause) => (cause instanceof Error ? [codeIn(codeOf(cause))] : []));
  return codes.findLast((code) => code !== null && code !== 'Error') ?? 'unknown';
}

/** An error with what caused it, the outermost first. */
export function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let cause = error; cause !== undefined && causes.length < 5;) {
    causes.push(cause);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}

/** The value when it is a code; null for a sentence, a description or no text. */
export function codeIn(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : null;
}

function codeOf(error: Error): unknown {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
