import { useId, useRef, useState } from 'react';
import { signIn, type SignInOutcome } from '~/api/sign-in';
import { Button } from '~/ui/Button';
import { DialogActions } from '~/ui/Dialog';
import { DialogInput } from '~/ui/DialogInput';
import { Notice } from '~/ui/Notice';
import { useSignInMessages } from './sign-in-messages';
import styles from './SignIn.module.css';

interface SignInFormProps {
  readonly onSignedIn: () => void;
  readonly onCancel?: () => void;
}

/** The provider's account, typed. The password is read from its input and kept nowhere. */
export function SignInForm({ onSignedIn, onCancel }: SignInFormProps) {
  const words = useSignInMessages();
  const id = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  async function submit(): Promise<void> {
    if (isBusy || !user.current || !password.current) return;
    setIsBusy(true);
    const ended = await signIn({ user: user.current.value, password: password.current.value });
    setIsBusy(false);
    setOutcome(ended);
    if (ended.kind === 'refused') {
      password.current.value = '';
      password.current.focus();
    }
    if (ended.kind === 'signed-in') {
      password.current.value = '';
      onSignedIn();
    }
  }

  const problem = problemOf(outcome, words);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DialogInput
        label={words.user}
        ref={user}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <DialogInput
        label={words.password}
        ref={password}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
        withAsterisk={false}
        {...(problem !== null && { 'aria-describedby': `${id}-problem` })}
      />
      <div id={`${id}-problem`} role="alert">
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
      </div>
      <DialogActions>
        {onCancel && <Button onClick={onCancel}>{words.notNow}</Button>}
        <Button look="primary" type="submit" disabled={isBusy}>
          {isBusy ? words.submitting : words.submit}
        </Button>
      </DialogActions>
    </form>
  );
}

/** What went wrong, in words; null when nothing did. */
export function problemOf(
  outcome: SignInOutcome | null,
  words: ReturnType<typeof useSignInMessages>,
): string | null {
  switch (outcome?.kind) {
    case 'refused':
      return words.refused;
    case 'too-many':
      return words.tooMany(outcome.seconds);
    case 'unreachable':
      return words.unreachable;
    case 'no-answer':
      return words.noAnswer;
    default:
      return null;
  }
}
