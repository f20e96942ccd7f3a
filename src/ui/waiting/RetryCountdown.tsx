import { useEffect, useEffectEvent, useState } from 'react';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { useSecondsLeft } from './use-seconds-left';

/** In milliseconds: a server that is busy again within this time after our retry is retried by hand only. */
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
  const { waiting } = useAllMessages();
  const formats = useFormats();
  const left = useSecondsLeft(seconds);
  const [isOurs] = useState(() => onEnd !== undefined && performance.now() - askedAt > ONCE_WITHIN);
  const askAgain = useEffectEvent(() => {
    askedAt = performance.now();
    onEnd?.();
  });
  const isDue = isOurs && left === 0;

  useEffect(() => {
    if (!isDue) return undefined;
    const askWhenVisible = (): void => {
      if (document.visibilityState === 'hidden') return;
      document.removeEventListener('visibilitychange', askWhenVisible);
      askAgain();
    };
    document.addEventListener('visibilitychange', askWhenVisible);
    askWhenVisible();
    return () => document.removeEventListener('visibilitychange', askWhenVisible);
  }, [isDue]);

  const textOf = (rest: number): string => {
    if (rest === 0) return isOurs ? waiting.askingAgain : waiting.tryNow;
    return (isOurs ? waiting.askAgainIn : waiting.tryIn)(formats.duration(rest * 1000));
  };
  return (
    <>
      <p aria-hidden="true">{textOf(left)}</p>
      <p role="status" className="visually-hidden">
        {textOf(left === 0 ? 0 : seconds)}
      </p>
    </>
  );
}
