import { Suspense } from 'react';
import { CartsUnderWay } from '~/features/carts/CartsUnderWay';
import { SignedIn } from '~/features/sign-in/SignedIn';
import { Keyboard } from './Keyboard';

/** What the frame has for everybody once the page is there: carts under way, who is signed in, and the keyboard. */
export function LateTools() {
  return (
    <>
      <Suspense>
        <CartsUnderWay />
      </Suspense>
      <SignedIn />
      <Keyboard />
    </>
  );
}
