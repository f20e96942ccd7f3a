/**
 * A file that is dropped where nothing takes it would replace the page, and with it what was typed. A place that takes files
 * handles the event before it comes here.
 */
export function refuseFiles(): void {
  for (const type of ['dragover', 'drop'] as const) {
    addEventListener(type, (event) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    });
  }
}
