import type { SignInOutcome } from '~/api/session/sign-in';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { RetryCountdown } from '~/ui/waiting/RetryCountdown';

/** The problem of a sign-in and the wait after too many. Always mounted, so that screen readers announce it. */
export function SignInProblem({ outcome }: { readonly outcome: SignInOutcome | null }) {
  const problem = problemOf(outcome, useAllMessages());
  return (
    <div role="alert">
      {problem !== null && (
        <Notice tone="bad">
          <p>{problem}</p>
          {outcome?.kind === 'too-many' && <RetryCountdown seconds={outcome.seconds} />}
        </Notice>
      )}
    </div>
  );
}

function problemOf(
  outcome: SignInOutcome | null,
  { signIn: messages, errors }: ReturnType<typeof useAllMessages>,
): string | null {
  switch (outcome?.kind) {
    case 'refused':
      return messages.refused;
    case 'too-many':
      return messages.tooMany;
    case 'unreachable':
      return messages.unreachable;
    case 'proxy-sign-in':
      return errors['proxy-sign-in'];
    case 'no-answer':
      return messages.noAnswer;
    default:
      return null;
  }
}
