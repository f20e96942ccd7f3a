import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { signOut } from '~/api/sign-in';
import { Dialog } from '~/ui/Dialog';
import { useSignInMessages } from './sign-in-messages';
import { tellTabs } from './tabs';
import styles from './SignIn.module.css';

const TRIES = 4;
const AGAIN_AFTER = 5_000;

/** Over everything from the click on: what was on the screen is gone at once, and the server is told as soon as it can be reached. */
export function LeavingScreen() {
  const words = useSignInMessages();
  const queryClient = useQueryClient();
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let isOpen = true;
    queryClient.clear();
    const leave = async (): Promise<void> => {
      try {
        const elsewhere = await signOut();
        tellTabs('signed-out');
        // A new document: nothing of this one's memory is left.
        location.replace(elsewhere ?? '/sign-in?out=yes');
      } catch {
        if (isOpen) setTries((count) => count + 1);
      }
    };
    if (tries === TRIES) return undefined;
    const timer = setTimeout(() => void leave(), tries === 0 ? 0 : AGAIN_AFTER);
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, [tries, queryClient]);

  return (
    <Dialog title={tries === 0 ? words.signOut : words.signedOut} onClose={() => undefined}>
      <div className={styles['left']}>
        {tries === 0 ? <p role="status">{words.leaving}</p> : <p role="alert">{words.stillThere}</p>}
      </div>
    </Dialog>
  );
}
