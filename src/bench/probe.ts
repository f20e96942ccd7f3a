/*
 * Runs inside the measured page before its own scripts. It finds the moment at which the expected content is in the
 * document and laid out. It looks when the document changes, and never polls.
 */

/** A page of the list, known by its first and last reference; or an editor with a line. */
export type Expected =
  | { readonly kind: 'rows'; readonly first: string; readonly last: string; readonly count: number }
  | { readonly kind: 'editor'; readonly fields: number; readonly value: string };

/** In milliseconds since the start of the navigation, as performance.now() counts. */
export interface Moments {
  /** The moment of the last key or click. */
  readonly inputAt: number;
  readonly readyAt: number;
}

interface Probe {
  /** Sets the expected content. */
  expect(expected: Expected): void;
  /** Resolves when the expected content is there. */
  ready(): Promise<Moments>;
  /** Sets the expected content, goes back in the history and counts from there. */
  back(expected: Expected): void;
  /** The moment of the last key or click. */
  lastInput(): number;
  /** The time from each key to the next painted frame, since the start. */
  readonly keys: readonly number[];
  /** The longest interaction so far by the browser's Event Timing. */
  slowest(): number;
  layoutShift(): number;
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/** Uses nothing outside of itself, because the page gets it as text. */
export function installProbe(expectedAtStart: Expected): void {
  let expected = expectedAtStart;
  let inputAt = 0;
  let moments: Moments | null = null;
  let resolveReady: (moments: Moments) => void = () => undefined;
  let slowest = 0;
  let layoutShift = 0;
  const keys: number[] = [];

  const isThere = (): boolean => {
    if (expected.kind === 'editor') {
      const fields = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')];
      const visible = fields.filter((field) => field.checkVisibility());
      const { value } = expected;
      return visible.length >= expected.fields && visible.some((field) => field.value === value);
    }
    const rows = document.querySelectorAll('tbody tr');
    const first = rows[0];
    const last = rows[rows.length - 1];
    return (
      rows.length === expected.count &&
      (first?.textContent.includes(expected.first) ?? false) &&
      (last?.textContent.includes(expected.last) ?? false) &&
      (first?.checkVisibility() ?? false)
    );
  };
  const look = (): void => {
    if (moments || !isThere()) return;
    // Forces the layout, so that the time includes it.
    document.body.getBoundingClientRect();
    moments = { inputAt, readyAt: performance.now() };
    resolveReady(moments);
  };
  const expectNext = (next: Expected): void => {
    expected = next;
    moments = null;
  };

  performance.setResourceTimingBufferSize(5000);
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden', 'style', 'class'],
  });
  for (const type of ['keydown', 'click']) {
    addEventListener(type, (event) => (inputAt = event.timeStamp), { capture: true });
  }
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          keys.push(performance.now() - timeStamp);
          port1.close();
        });
        port1.start();
        port2.postMessage(null);
      }),
    { capture: true },
  );
  const watch = (type: string, note: (entry: PerformanceEntry) => void): void => {
    const options = { type, buffered: true, durationThreshold: 16 };
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe(options);
  };
  watch('event', (entry) => {
    if ('interactionId' in entry && entry.interactionId) slowest = Math.max(slowest, entry.duration);
  });
  watch('layout-shift', (entry) => {
    if (
      'value' in entry &&
      typeof entry.value === 'number' &&
      !('hadRecentInput' in entry && entry.hadRecentInput)
    )
      layoutShift += entry.value;
  });

  window.bench = {
    expect: expectNext,
    ready: () => new Promise((resolve) => (moments ? resolve(moments) : (resolveReady = resolve))),
    back: (next) => {
      expectNext(next);
      inputAt = performance.now();
      history.back();
    },
    lastInput: () => inputAt,
    keys,
    slowest: () => slowest,
    layoutShift: () => layoutShift,
  };
}
