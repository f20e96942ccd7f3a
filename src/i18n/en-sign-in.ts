/** The texts about signing in and out; asked for with the screens that show them. */
export const signInMessages = {
  title: 'Sign in',
  againTitle: 'Sign in again',
  firstText: 'Sign in to see and place orders.',
  againText: 'Your session has ended. What you typed is still here: sign in, and go on where you were.',
  withCompany: 'Sign in with your company account',
  inOtherWindow: 'The sign-in opens in another window; come back here afterwards.',
  waiting: 'Waiting for the other window…',
  user: 'Account name',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in…',
  notNow: 'Not now',
  refused: 'This account name and password were not accepted.',
  tooMany: (seconds: number) =>
    seconds < 90
      ? `Too many attempts. Try again in ${seconds} seconds.`
      : `Too many attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`,
  unreachable: 'The sign-in service cannot be reached. Try again in a moment.',
  noAnswer: 'No answer came. Check your connection, then try again.',
  signedInAs: (name: string) => `Signed in as ${name}`,
  signOut: 'Sign out',
  signedOut: 'Signed out',
  signedOutTitle: 'You are signed out',
  signedOutText: 'Nothing of what you saw is kept open in this browser.',
  stillThere: 'The server could not be told yet. It is tried again; if you leave now, close the browser.',
  leaving: 'Signing out…',
  failedTitle: 'You are not signed in',
  failed: {
    not_allowed: 'Your company account may not use the order desk. Ask whoever runs it to let you in.',
    expired: 'The sign-in took too long, or was begun in another browser. Start again.',
    failed: 'Your company could not confirm who you are. Start again.',
  },
  startAgain: 'Sign in',
  doneTitle: 'You are signed in',
  doneText: 'You can close this window and go on in the other one.',
  toDesk: 'Open the order desk here',
  going: 'Going to your company’s sign-in…',
  warningIdle: 'Your session ends soon, because nothing has happened for a while.',
  warningEnd: 'Your session ends soon. Save what you are doing, or sign in again now.',
  endsIn: (time: string) => `It ends at ${time}.`,
  stay: 'Stay signed in',
};

export type SignInMessages = typeof signInMessages;
