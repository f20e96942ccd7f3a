import { leavePage } from '~/api/session/gateway-session';
import { signIn } from '~/api/session/sign-in';
import { currentPerson } from '~/api/session/signed-in-person';
import { returnPath } from './return-path';
import { postSignInMessage } from './sign-in-tabs';

/** The search params of the page; each is the wish for one kind of visit. */
export interface SignInSearch {
  readonly start?: string | undefined;
  readonly done?: string | undefined;
  readonly out?: string | undefined;
  readonly failed?: string | undefined;
  readonly next?: string | undefined;
}

/** The end of a sign-in that this page started. */
export const DONE_HREF = '/sign-in?done=yes';

/** What a visit of the page does without a click. `stuck` resolves when the company's sign-in could not be started. */
export interface SignInVisit {
  readonly stuck: Promise<void>;
}

export function enterSignIn({ start, done, failed, next }: SignInSearch): SignInVisit {
  if (done !== undefined) endInOwnWindow();
  else if (start !== undefined) return { stuck: startInOwnWindow() };
  else if (failed !== undefined) void leaveIfSignedIn(returnPath(next, location.origin));
  return { stuck: Promise.resolve() };
}

/** The waiting page is informed. */
function endInOwnWindow(): void {
  postSignInMessage('signed-in');
  globalThis.close();
}

async function startInOwnWindow(): Promise<void> {
  const started = await signIn({ returnTo: DONE_HREF });
  if (started.kind !== 'redirect') return;
  location.replace(started.location);
  await new Promise(() => undefined);
}

/** Another tab has signed in, so that this tab's failure does not matter. */
async function leaveIfSignedIn(returnTo: string): Promise<void> {
  const person = await currentPerson().catch(() => null);
  if (person !== null && person.name !== null) await leavePage(returnTo);
}
