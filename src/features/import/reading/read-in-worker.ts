import type { SheetFile, UnreadableFile } from '~/domain/import/sheet';
import { messageCollector, type SheetMessage } from './sheet-messages';

declare global {
  interface Window {
    /** The part in use; older browsers have none. */
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (url: string) => string | null },
      ) => unknown;
    };
  }
}

let isPolicyMade = false;

/** Makes the policy that a browser asks about text which becomes a script: the URL of an asset of ours may, nothing else. */
function allowWorker(): void {
  if (isPolicyMade) return;
  const assets = new URL('/assets/', location.origin).href;
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (new URL(url, location.href).href.startsWith(assets) ? url : null),
  });
  isPolicyMade = true;
}

/**
 * Reads the content of a file in a worker of its own, which ends with it. Takes the bytes away from the page. Throws when the
 * worker cannot be loaded or fails; when aborted, the signal's reason.
 */
export function readInWorker(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<SheetFile | UnreadableFile> {
  signal.throwIfAborted();
  allowWorker();
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' });
  const reading = new Promise<SheetFile | UnreadableFile>((resolve, reject) => {
    const collect = messageCollector();
    worker.addEventListener('message', ({ data }: MessageEvent<SheetMessage>) => {
      const file = collect(data);
      if (file) resolve(file);
    });
    worker.addEventListener('error', () => reject(new Error('The worker that reads files failed')));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  worker.postMessage(bytes, [bytes.buffer]);
  return reading.finally(() => worker.terminate());
}
