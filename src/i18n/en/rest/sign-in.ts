/** The texts about signing in and out; asked for with the screens that show them. */
export const signInMessages = {
  signIn: {
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
    tooMany: 'Too many attempts.',
    unreachable:
      'The sign-in service cannot be reached. Try again in a moment. If it lasts, tell the person who runs the order desk.',
    noAnswer: 'No answer came. Check your connection, then try again.',
    signedInAs: (name: string) => `Signed in as ${name}`,
    signOut: 'Sign out',
    signedOut: 'Signed out',
    signedOutTitle: 'You are signed out',
    signedOutText: 'Nothing of what you saw is kept open in this browser.',
    serverUntold:
      'You are signed out in this browser. The server could not be told yet: this page tries again, and otherwise the next visit with this browser tells it.',
    leaving: 'Signing out…',
    failedTitle: 'You are not signed in',
    failed: {
      not_allowed: 'Your company account may not use the order desk. Ask whoever runs it to let you in.',
      not_verified:
        'Your company account is on the list, but the sign-in does not say that its e-mail address or phone number is verified. Show this to the person who runs the order desk.',
      groups_omitted:
        'Your company account is in so many groups that the sign-in leaves them out. Show this to the person who runs the order desk: the sign-in has to list only the groups assigned to this application.',
      unreachable:
        'The sign-in service cannot be reached. Try again in a moment. If it lasts, tell the person who runs the order desk.',
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
  },
};

export type SignInMessages = typeof signInMessages;
