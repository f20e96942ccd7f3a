import { useState } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { leavePage } from '~/api/session/gateway-session';
import { checkSignedIn, signIn, type SignInOutcome } from '~/api/session/sign-in';
import { Button } from '@mantine/core';
import { DialogActions } from '~/ui/dialogs/Dialog';
import { SignInProblem } from './SignInProblem';

const WINDOW = 'orderdesk-sign-in';
/** This page starts the sign-in by itself, in a window of its own. */
const START_ADDRESS = '/sign-in?start=yes';

/** Navigates this page to the company's sign-in; for a page without unsaved text. */
export function GoToProvider({
  returnTo,
  onCancel,
}: {
  readonly returnTo: string;
  readonly onCancel?: () => void;
}) {
  const { signIn: messages } = useAllMessages();
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);

  async function start(): Promise<void> {
    setIsBusy(true);
    // Another tab can have signed in meanwhile.
    if (await checkSignedIn()) return leavePage(returnTo);
    const started = await signIn({ returnTo });
    if (started.kind === 'redirect') {
      location.assign(started.location);
      return;
    }
    setIsBusy(false);
    setOutcome(started);
  }

  return (
    <>
      <SignInProblem outcome={outcome} />
      <DialogActions>
        {onCancel && <Button onClick={onCancel}>{messages.notNow}</Button>}
        <Button variant="filled" disabled={isBusy} onClick={() => void start()}>
          {isBusy ? messages.going : messages.withCompany}
        </Button>
      </DialogActions>
    </>
  );
}

/** Opens the company's sign-in in another window; a plain link where pop-ups are blocked. */
export function OpenProvider({ onCancel }: { readonly onCancel: () => void }) {
  const { signIn: messages } = useAllMessages();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p role="status">{isOpen ? messages.waiting : messages.inOtherWindow}</p>
      <DialogActions>
        <Button onClick={onCancel}>{messages.notNow}</Button>
        <Button
          component="a"
          variant="filled"
          href={START_ADDRESS}
          target={WINDOW}
          onClick={(event) => {
            setIsOpen(true);
            const opened = globalThis.open(START_ADDRESS, WINDOW, 'popup,width=560,height=720');
            if (opened) event.preventDefault();
          }}
        >
          {messages.withCompany}
        </Button>
      </DialogActions>
    </>
  );
}
