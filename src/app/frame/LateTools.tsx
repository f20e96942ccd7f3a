import { Suspense } from 'react';
import { FollowedCartsMenu } from '~/features/carts/following/FollowedCartsMenu';
import { SignedIn } from '~/features/sign-in/SignedIn';
import { Keyboard } from './Keyboard';
import { ProxySignInNotice } from './ProxySignInNotice';
import { VersionNotice } from './VersionNotice';

/** The parts of the frame that come after the page: carts under way, the signed-in person, the keyboard and two notices. */
export function LateTools() {
  return (
    <>
      <Suspense>
        <FollowedCartsMenu />
      </Suspense>
      <SignedIn />
      <Keyboard />
      <VersionNotice />
      <ProxySignInNotice />
    </>
  );
}
