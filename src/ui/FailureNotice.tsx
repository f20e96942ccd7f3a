import { lazy, Suspense, type ReactNode } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from './Button';
import { Notice } from './Notice';

const RetryCountdown = lazy(() =>
  import('./RetryCountdown').then(({ RetryCountdown }) => ({ default: RetryCountdown })),
);

type FailureKind =
  | 'offline'
  | 'unreachable'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'busy'
  | 'fault'
  | 'unreadable'
  | 'restarted'
  | 'confirming'
  | 'several';

/** What is known of a failure, as far as it is put into words. */
interface Failure {
  readonly kind: FailureKind;
  readonly acted: 'no' | 'unknown';
  readonly messages: readonly string[];
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
}

interface FailureNoticeProps {
  readonly error: Error;
  /** What failed: getting something to show, or changing something. */
  readonly of: 'read' | 'write';
  readonly title?: string;
  /** Something older is still on the screen. */
  readonly isShowingOld?: boolean;
  readonly onRetry?: () => void;
  readonly actions?: ReactNode;
}

/** A failure in words: what happened, what it means, what to do. A write that may have worked is never called failed. */
export function FailureNotice({
  error,
  of,
  title,
  isShowingOld = false,
  onRetry,
  actions,
}: FailureNoticeProps) {
  const { errors, common } = useMessages();
  const failure = isFailure(error) ? error : null;
  const isOpen = of === 'write' && failure?.acted === 'unknown';
  const heading = isOpen
    ? errors.unknownTitle
    : (title ?? (of === 'read' ? errors.readTitle : errors.writeTitle));
  const retry = onRetry && <Button onClick={onRetry}>{common.retry}</Button>;
  return (
    <Notice tone={isOpen ? 'warning' : 'bad'} title={heading} announce="alert" actions={actions ?? retry}>
      <p>{failure ? errors[failure.kind] : errors.unexpected}</p>
      {failure?.messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      {isOpen && <p>{errors.unknownText}</p>}
      {failure?.retryAfterSeconds != null && (
        <Suspense>
          <RetryCountdown
            key={failure.requestId}
            seconds={failure.retryAfterSeconds}
            onEnd={of === 'read' ? onRetry : undefined}
          />
        </Suspense>
      )}
      {isShowingOld && <p>{errors.showingOld}</p>}
      {failure?.requestId != null && <p>{errors.requestId(failure.requestId)}</p>}
    </Notice>
  );
}

function isFailure(error: Error): error is Error & Failure {
  return 'kind' in error && 'acted' in error && 'messages' in error;
}
