/** In milliseconds: storage that does not answer by then counts as refusing. */
const STORAGE_LIMIT = 2_000;

/** The same promise, which rejects when it is not settled within a time in milliseconds. */
export async function within<T>(work: Promise<T>, limit = STORAGE_LIMIT): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The storage does not answer')), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
