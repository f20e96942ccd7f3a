/** What is said where the API asks to wait; it comes with the countdown. */
export const waitingMessages = {
  askAgainIn: (time: string) => `Asked again by itself in ${time}.`,
  askingAgain: 'Asked again…',
  tryIn: (time: string) => `You can try again in ${time}.`,
  tryNow: 'You can try again now.',
};

export type WaitingMessages = typeof waitingMessages;
