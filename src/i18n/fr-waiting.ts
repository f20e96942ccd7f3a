import type { WaitingMessages } from './en-waiting';

export const waitingMessages: WaitingMessages = {
  askAgainIn: (time) => `Nouvelle demande automatique dans ${time}.`,
  askingAgain: 'Nouvelle demande…',
  tryIn: (time) => `Vous pourrez réessayer dans ${time}.`,
  tryNow: 'Vous pouvez réessayer.',
};
