import { useEffect, useEffectEvent, useState } from 'react';
import { waitingMessages as english } from '~/i18n/en-waiting';
import { waitingMessages as french } from '~/i18n/fr-waiting';
import { useI18n } from '~/i18n/I18nProvider';
import { useSecondsLeft } from './use-seconds-left';

/** Whoever is still busy when we have asked again by ourselves is asked by hand from then on. In milliseconds. */
const ONCE_WITHIN = 60_000;

let askedAt = -ONCE_WITHIN;

interface RetryCountdownProps {
  /** How long the API asks to wait. */
  readonly seconds: number;
  /** Asks again, at the end of the wait and while the page is in sight. Left out for what only a person may send again. */
  readonly onEnd?: (() => void) | undefined;
}

/** The wait that the API asks for, counted down. Told once when it begins and once when it ends, not each second. */
export function RetryCountdown({ seconds, onEnd }: RetryCountdownProps) {
  const { language, formats } = useI18n();
  const texts = language === 'fr' ? french : english;
  const left = useSecondsLeft(seconds);
  const [isOurs] = useState(() => onEnd !== undefined && performance.now() - askedAt > ONCE_WITHIN);
  const askAgain = useEffectEvent(() => {
    askedAt = performance.now();
    onEnd?.();
  });
  const isDue = isOurs && left === 0;

  useEffect(() => {
    if (!isDue) return undefined;
    const look = (): void => {
      if (document.visibilityState === 'hidden') return;
      document.removeEventListener('visibilitychange', look);
      askAgain();
    };
    document.addEventListener('visibilitychange', look);
    look();
    return () => document.removeEventListener('visibilitychange', look);
  }, [isDue]);

  const words = (rest: number): string => {
    if (rest === 0) return isOurs ? texts.askingAgain : texts.tryNow;
    return (isOurs ? texts.askAgainIn : texts.tryIn)(formats.duration(rest * 1000));
  };
  return (
    <>
      <p aria-hidden="true">{words(left)}</p>
      <p role="status" className="visually-hidden">
        {words(left === 0 ? 0 : seconds)}
      </p>
    </>
  );
}
