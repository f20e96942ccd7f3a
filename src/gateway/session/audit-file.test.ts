import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAuditFile, createAuditFile } from './audit-file';

async function aFile() {
  const folder = join(await mkdtemp(join(tmpdir(), 'audit-')), 'logs');
  await mkdir(folder);
  const lost: string[] = [];
  const path = join(folder, 'audit.log');
  return { folder, path, lost, write: createAuditFile(path, (lines) => void lost.push(lines)) };
}

describe('an audit file', () => {
  it('keeps the order of its lines', async () => {
    const { path, write } = await aFile();
    await Promise.all(['a\n', 'b\n', 'c\n'].map(write));
    await write('d\n');
    expect(await readFile(path, 'utf8')).toBe('a\nb\nc\nd\n');
  });

  it('hands its lines to the fallback while it fails', async () => {
    const { folder, path, lost, write } = await aFile();
    await rm(folder, { recursive: true });
    await write('a\n');
    await write('b\n');
    expect(lost).toEqual(['{"problem":"audit_file","reason":"ENOENT"}\n', 'a\n', 'b\n']);
    await mkdir(folder);
    await write('c\n');
    expect(await readFile(path, 'utf8')).toBe('\nc\n');
    expect(lost).toHaveLength(3);
  });

  it('is checked at start', async () => {
    const { folder, path } = await aFile();
    await expect(checkAuditFile(path)).resolves.toBeUndefined();
    await expect(checkAuditFile(folder)).rejects.toThrow('AUDIT_FILE cannot be written (EISDIR).');
  });
});
