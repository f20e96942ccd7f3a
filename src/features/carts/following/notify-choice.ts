import { Listeners } from '~/browser-storage/observable';
import { useSyncExternalStore } from 'react';
import { storePreference, readPreference } from '~/browser-storage/preferences';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

/** Whether this browser shows a notification for each outcome: only after a click on this browser. */
export type NotifyChoice = 'impossible' | 'off' | 'on' | 'blocked';

const KEY = STORAGE_KEYS.notifications;
const listeners = new Listeners();

function current(): NotifyChoice {
  if (!('Notification' in globalThis)) return 'impossible';
  if (Notification.permission === 'denied') return 'blocked';
  return Notification.permission === 'granted' && readPreference(KEY) === 'on' ? 'on' : 'off';
}

export function useNotifyChoice(): NotifyChoice {
  return useSyncExternalStore(listeners.subscribe, current);
}

/** To be called from a click: the browser asks the person, unless it already knows. */
export async function askToNotify(): Promise<void> {
  if ((await Notification.requestPermission()) === 'granted') storePreference(KEY, 'on');
  listeners.notify();
}

export function stopNotifying(): void {
  storePreference(KEY, 'off');
  listeners.notify();
}

/** Shows a notification where they are on; several tabs show one, for they name it alike. */
export function notify(title: string, about: string, onOpen: () => void): void {
  if (current() !== 'on') return;
  const shown = new Notification(title, { tag: about });
  shown.addEventListener('click', () => {
    window.focus();
    onOpen();
    shown.close();
  });
}
