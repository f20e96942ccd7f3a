/** How what is put off is begun, once for all that is put off meanwhile. */
type Begin = (run: () => void) => void;

/** Puts things off together; where tasks or frames are held up, for the page is hidden or about to end, they are done at once. */
function putOff(begin: Begin): (act: () => void) => void {
  const waiting = new Set<() => void>();
  const doAll = () => {
    const acts = [...waiting];
    waiting.clear();
    for (const act of acts) act();
  };
  return (act) => {
    if (document.hidden) {
      act();
      return;
    }
    if (waiting.size === 0) {
      addEventListener('beforeunload', doAll, { capture: true });
      addEventListener('pagehide', doAll, { capture: true });
      document.addEventListener('visibilitychange', doAll, { capture: true });
      begin(doAll);
    }
    waiting.add(act);
  };
}

/** Does something in a task of its own, right after the present one; it waits for no frame. */
export const inNextTask = putOff((run) => setTimeout(run));

/** Does something right after the frame that shows what the present task has changed. */
export const afterFrame = putOff((run) => requestAnimationFrame(() => setTimeout(run)));
