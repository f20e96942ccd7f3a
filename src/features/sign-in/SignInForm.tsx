import { useId, useRef, useState } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { signIn, type SignInOutcome } from '~/api/session/sign-in';
import { Button, TextInput } from '@mantine/core';
import { DialogActions } from '~/ui/dialogs/Dialog';
import { SignInProblem } from './SignInProblem';
import styles from './SignIn.module.css';

interface SignInFormProps {
  readonly onSignedIn: () => void;
  readonly onCancel?: () => void;
}

/** A form for the provider's account. The password stays in its input alone. */
export function SignInForm({ onSignedIn, onCancel }: SignInFormProps) {
  const { signIn: messages } = useAllMessages();
  const id = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);
  // A submit during the wait would count as one more attempt.
  const [isWaiting, setIsWaiting] = useState(false);
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  async function submit(): Promise<void> {
    if (isBusy || isWaiting || !user.current || !password.current) return;
    setIsBusy(true);
    const ended = await signIn({ user: user.current.value, password: password.current.value });
    setIsBusy(false);
    setOutcome(ended);
    if (ended.kind === 'too-many') {
      setIsWaiting(true);
      setTimeout(() => setIsWaiting(false), ended.seconds * 1000);
    }
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
      <TextInput
        label={messages.user}
        ref={user}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <TextInput
        label={messages.password}
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
        {onCancel && <Button onClick={onCancel}>{messages.notNow}</Button>}
        <Button variant="filled" type="submit" disabled={isBusy || isWaiting}>
          {isBusy ? messages.submitting : messages.submit}
        </Button>
      </DialogActions>
    </form>
  );
}
