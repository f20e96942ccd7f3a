import { useState } from 'react';
import { signIn, type SignInOutcome } from '~/api/sign-in';
import { Button, buttonClass } from '~/ui/Button';
import { DialogActions } from '~/ui/Dialog';
import { useSignInMessages } from './sign-in-messages';
import { SignInProblem } from './SignInProblem';

const WINDOW = 'orderdesk-sign-in';
/** The page that starts by itself, in a window of its own. */
const START_ADDRESS = '/sign-in?start=yes';

/** Sends this very page to the company's sign-in: for whoever has nothing here to lose. */
export function GoToProvider({
  returnTo,
  onCancel,
}: {
  readonly returnTo: string;
  readonly onCancel?: () => void;
}) {
  const words = useSignInMessages();
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);

  async function go(): Promise<void> {
    setIsBusy(true);
    const started = await signIn({ returnTo });
    if (started.kind === 'elsewhere') {
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
        {onCancel && <Button onClick={onCancel}>{words.notNow}</Button>}
        <Button look="primary" disabled={isBusy} onClick={() => void go()}>
          {isBusy ? words.going : words.withCompany}
        </Button>
      </DialogActions>
    </>
  );
}

/** Opens the company's sign-in beside the page, which stays as it is. A plain link where windows are not let through. */
export function OpenProvider({ onCancel }: { readonly onCancel: () => void }) {
  const words = useSignInMessages();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p role="status">{isOpen ? words.waiting : words.inOtherWindow}</p>
      <DialogActions>
        <Button onClick={onCancel}>{words.notNow}</Button>
        <a
          className={buttonClass('primary')}
          href={START_ADDRESS}
          target={WINDOW}
          onClick={(event) => {
            setIsOpen(true);
            const opened = globalThis.open(START_ADDRESS, WINDOW, 'popup,width=560,height=720');
            if (opened) event.preventDefault();
          }}
        >
          {words.withCompany}
        </a>
      </DialogActions>
    </>
  );
}
