import { Suspense, type ReactNode } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import type { BaseMessages } from '~/i18n/messages';
import { shownText } from '~/i18n/shown-text';
import { Button } from '@mantine/core';
import { LazyFailureDetails } from '~/ui/waiting/lazy';
import type { RefusedLength } from '~/ui/waiting/LengthDetails';
import { Notice } from './Notice';

type ErrorTexts = BaseMessages['errors'];
/** The kinds of a failure are named as their texts are. */
type FailureKind = {
  [Key in keyof ErrorTexts]: ErrorTexts[Key] extends string ? Key : never;
}[keyof ErrorTexts];

/** Of a write, each of these proves that it never left. A reading says nothing of what was sent before it. */
const NOT_SENT: readonly FailureKind[] = ['offline', 'restarted', 'own-limit', 'other-tab'];

/** What is known of a failure, as far as it is put into words. */
interface Failure {
  readonly kind: FailureKind;
  readonly effect: 'none' | 'unknown';
  readonly messages: readonly string[];
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  readonly length: RefusedLength | null;
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
  const isOpen = of === 'write' && failure?.effect === 'unknown';
  const isUnsent = of === 'write' && failure?.effect === 'none' && NOT_SENT.includes(failure.kind);
  const heading = isOpen
    ? errors.unknownTitle
    : (title ?? (of === 'read' ? errors.readTitle : errors.writeTitle));
  const retry = onRetry && <Button onClick={onRetry}>{common.retry}</Button>;
  return (
    <Notice tone={isOpen ? 'warning' : 'bad'} title={heading} announce="alert" actions={actions ?? retry}>
      <p>{failure ? errors[failure.kind] : errors.unexpected}</p>
      {isUnsent && <p>{errors.nothingSent}</p>}
      {failure?.messages.map((message) => (
        <p key={message}>{shownText(message)}</p>
      ))}
      {isOpen && <p>{errors.unknownText}</p>}
      {failure && (failure.length ?? failure.retryAfterSeconds) !== null && (
        <Suspense>
          <LazyFailureDetails
            key={failure.requestId}
            length={failure.length}
            retryAfterSeconds={failure.retryAfterSeconds}
            onRetry={of === 'read' ? onRetry : undefined}
          />
        </Suspense>
      )}
      {isShowingOld && <p>{errors.showingOld}</p>}
      {failure?.requestId != null && <p>{errors.requestId(shownText(failure.requestId))}</p>}
    </Notice>
  );
}

function isFailure(error: Error): error is Error & Failure {
  return 'kind' in error && 'effect' in error && 'messages' in error;
}
