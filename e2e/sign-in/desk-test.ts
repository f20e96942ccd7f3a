import { test as base } from '~e2e/fixtures';
import { openGuardedDesk, type GuardedDesk } from './guarded-desk';
import { expectNoSecrets, listen } from './secrets';

interface GuardedFixtures {
  readonly signIn: 'oidc' | 'account';
  /** Of the API's tokens. */
  readonly lifeSeconds: number;
  /** A desk of the test's own; at the end no token of it may be found anywhere. */
  readonly desk: GuardedDesk;
}

export const test = base.extend<GuardedFixtures>({
  signIn: ['oidc', { option: true }],
  lifeSeconds: [300, { option: true }],
  desk: async ({ context, signIn, lifeSeconds, expectComplaint }, provide) => {
    expectComplaint(/401/);
    // The provider's own page asks for a font from elsewhere.
    expectComplaint(/ERR_NAME_NOT_RESOLVED/);
    const desk = await openGuardedDesk({ signIn, lifeSeconds });
    const heard = listen(context, desk);
    await provide(desk);
    await expectNoSecrets(context, desk, heard);
    await desk.close();
  },
});

export { expect } from '@playwright/test';
