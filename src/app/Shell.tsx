import { Link, Outlet, useRouter } from '@tanstack/react-router';
import { Suspense, useCallback } from 'react';
import { useI18n } from '~/i18n/I18nProvider';
import { LANGUAGES } from '~/i18n/language';
import { chooseColorScheme, COLOR_SCHEMES, useColorScheme } from '~/ui/browser/color-scheme';
import { LANGUAGE_NAMES } from '~/i18n/language-names';
import { MissingPartNotice } from '~/ui/feedback/MissingPartNotice';
import { lazyPart } from '~/ui/lazy-part';
import styles from './Shell.module.css';

/** The server sets it on the page: the sandbox answers, not the real API. */
const isSandbox = document.querySelector('meta[name="orderdesk-sandbox"]') !== null;

/** Nothing of these is needed before the page is there: they are asked for when the browser has nothing else to do. */
const LateTools = lazyPart(() => idle().then(() => import('~/app/frame/LateTools')), 'LateTools');

/** Not every browser tells when it is idle; a short while does then. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2_000 });
    else setTimeout(resolve, 300);
  });
}

/** The frame around every page. */
export function Shell() {
  const { messages } = useI18n();
  const { shell, common } = messages;
  const main = useFocusOnNavigation();
  return (
    <>
      <a className={styles['skip']} href="#main">
        {common.skipToContent}
      </a>
      {isSandbox && (
        <section className={styles['sandbox']} aria-label={shell.sandbox}>
          <strong>{shell.sandbox}</strong> <span>{shell.sandboxExplained}</span>
        </section>
      )}
      <header className={styles['bar']}>
        <span className={styles['brand']}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <rect width="20" height="20" rx="4.5" fill="var(--od-accent)" />
            <path
              d="M5 6.5h10M5 10h6.5M5 13.5h4m2.5-.2 1.6 1.6 3-3.4"
              fill="none"
              stroke="var(--od-on-accent)"
              strokeWidth="1.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          <span>{shell.product}</span>
        </span>
        <nav className={styles['links']} aria-label={shell.navigation}>
          <Link to="/lines">{shell.orderLines}</Link>
          <Link to="/carts">{shell.carts}</Link>
          <Link to="/batches">{shell.batches}</Link>
        </nav>
        <Settings />
      </header>
      <MissingPartNotice />
      <main id="main" className={styles['main']} tabIndex={-1} ref={main}>
        <Outlet />
      </main>
    </>
  );
}

function Settings() {
  const { messages, language, chooseLanguage } = useI18n();
  const { shell } = messages;
  const chosen = useColorScheme();
  return (
    <div className={styles['settings']}>
      <Suspense fallback={<span className={styles['toolsRoom']} />}>
        <LateTools />
      </Suspense>
      <select
        aria-label={shell.language}
        value={language}
        onChange={(event) => {
          const next = LANGUAGES.find((candidate) => candidate === event.currentTarget.value);
          if (next) chooseLanguage(next);
        }}
      >
        {LANGUAGES.map((candidate) => (
          <option key={candidate} value={candidate} lang={candidate}>
            {LANGUAGE_NAMES[candidate]}
          </option>
        ))}
      </select>
      <select
        aria-label={shell.theme}
        value={chosen}
        onChange={(event) => {
          const next = COLOR_SCHEMES.find((candidate) => candidate === event.currentTarget.value);
          if (next) chooseColorScheme(next);
        }}
      >
        {COLOR_SCHEMES.map((candidate) => (
          <option key={candidate} value={candidate}>
            {shell.themes[candidate]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A new page takes the focus: the keyboard and the screen reader are where the eyes are. */
function useFocusOnNavigation() {
  const router = useRouter();
  return useCallback(
    (main: HTMLElement | null) =>
      // Not before the new page stands: until then the one before is in sight, and has the focus.
      router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
        // A URL with a hash names a field, and the page puts the focus there. A list does so on return.
        if (!fromLocation || !pathChanged || toLocation.hash !== '') return;
        const focused = document.activeElement;
        // What had the focus may still have it for a moment after it was hidden with its page.
        if (!main?.contains(focused) || !focused?.checkVisibility()) main?.focus({ preventScroll: true });
      }),
    [router],
  );
}
