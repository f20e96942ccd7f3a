import { useEffect, useId, useRef, useState } from 'react';
import { signIn, type SignInOutcome } from '~/api/sign-in';
import { Button } from '~/ui/Button';
import { DialogActions } from '~/ui/Dialog';
import { DialogInput } from '~/ui/DialogInput';
import { useSignInMessages } from './sign-in-messages';
import { SignInProblem } from './SignInProblem';
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
  // What is sent while the desk asks to wait would only be counted as one more.
  const waitSeconds = outcome?.kind === 'too-many' ? outcome.seconds : 0;
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setIsWaiting(false), waitSeconds * 1000);
    return () => clearTimeout(timer);
  }, [isWaiting, waitSeconds]);
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  async function submit(): Promise<void> {
    if (isBusy || isWaiting || !user.current || !password.current) return;
    setIsBusy(true);
    const ended = await signIn({ user: user.current.value, password: password.current.value });
    setIsBusy(false);
    setOutcome(ended);
    setIsWaiting(ended.kind === 'too-many');
    if (ended.kind === 'refused') {
      password.current.value = '';
      password.current.focus();
    }
    if (ended.kind === 'signed-in') {
      password.current.value = '';
      onSignedIn();
    }
  }

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
        {...(outcome && { 'aria-describedby': `${id}-problem` })}
      />
      <div id={`${id}-problem`}>
        <SignInProblem outcome={outcome} />
      </div>
      <DialogActions>
        {onCancel && <Button onClick={onCancel}>{words.notNow}</Button>}
        <Button look="primary" type="submit" disabled={isBusy || isWaiting}>
          {isBusy ? words.submitting : words.submit}
        </Button>
      </DialogActions>
    </form>
  );
}
