import { appendFile } from 'node:fs/promises';

/** Appends lines to the audit; resolves when they are written. */
export type WriteAudit = (line: string) => Promise<void>;

/**
 * Appends lines to a file, one write at a time. A file that cannot be written loses no line. `fallback` gets the lines
 * and the reason until the file works again. The file is opened for each write, so that an operator can rotate it.
 */
export function createAuditFile(path: string, fallback: (lines: string) => void): WriteAudit {
  let waiting = '';
  let writing: Promise<void> | null = null;
  let isFailing = false;

  async function writeAll(): Promise<void> {
    await Promise.resolve();
    while (waiting !== '') {
      const lines = waiting;
      waiting = '';
      try {
        // A failed write can have left half a line.
        await appendFile(path, isFailing ? `\n${lines}` : lines, { mode: 0o600 });
        isFailing = false;
      } catch (error) {
        if (!isFailing) fallback(`${JSON.stringify({ problem: 'audit_file', reason: codeOf(error) })}\n`);
        isFailing = true;
        fallback(lines);
      }
    }
    writing = null;
  }

  return (line) => {
    waiting += line;
    writing ??= writeAll();
    return writing;
  };
}

/** Throws a sentence for the operator when the file cannot be written now. */
export async function checkAuditFile(path: string): Promise<void> {
  await appendFile(path, '', { mode: 0o600 }).catch((error: unknown) => {
    throw new Error(`AUDIT_FILE cannot be written (${codeOf(error)}).`);
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
