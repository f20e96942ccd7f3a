import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { USER_AGENT } from './user-agent';

it('the gateway names the version of the package', () => {
  const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(manifest).toMatchObject({ version: USER_AGENT.replace('Orderdesk/', '') });
});
