/**
 * Lets the page do what waits: clicks, drawing, React. A message comes at once and in turn; a timer would wait for seconds
 * in a tab that is not looked at.
 */
export function pageTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
