import type { SignInOutcome } from '~/api/sign-in';
import { Notice } from '~/ui/Notice';
import { RetryCountdown } from '~/ui/RetryCountdown';
import { useSignInMessages } from './sign-in-messages';

/** What went wrong with signing in, and how long to wait where that is asked. Always there, so that it is announced. */
export function SignInProblem({ outcome }: { readonly outcome: SignInOutcome | null }) {
  const words = useSignInMessages();
  const problem = problemOf(outcome, words);
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
  words: ReturnType<typeof useSignInMessages>,
): string | null {
  switch (outcome?.kind) {
    case 'refused':
      return words.refused;
    case 'too-many':
      return words.tooMany;
    case 'unreachable':
      return words.unreachable;
    case 'no-answer':
      return words.noAnswer;
    default:
      return null;
  }
}
