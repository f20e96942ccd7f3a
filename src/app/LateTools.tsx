import { SignedIn } from '~/features/sign-in/SignedIn';
import { Keyboard } from './Keyboard';

/** What the frame has for everybody once the page is there: who is signed in, and the keyboard. */
export function LateTools() {
  return (
    <>
      <SignedIn />
      <Keyboard />
    </>
  );
}
