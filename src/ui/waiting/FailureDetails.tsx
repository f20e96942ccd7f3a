import { RetryCountdown } from './RetryCountdown';
import { LengthDetails, type RefusedLength } from './LengthDetails';

interface FailureDetailsProps {
  readonly length: RefusedLength | null;
  readonly retryAfterSeconds: number | null;
  /** Asks again after the wait; left out for what only a person may send again. */
  readonly onRetry?: (() => void) | undefined;
}

/** What few failures have: a body over a limit, or a wait that the API asks for. */
export function FailureDetails({ length, retryAfterSeconds, onRetry }: FailureDetailsProps) {
  return (
    <>
      {length && <LengthDetails length={length} />}
      {retryAfterSeconds !== null && <RetryCountdown seconds={retryAfterSeconds} onEnd={onRetry} />}
    </>
  );
}
