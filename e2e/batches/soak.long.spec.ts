import type { CDPSession } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { rounds } from '~e2e/long-trial';
import { aCart, aLine } from '~/mock-api/store/given';
import { duplicateCart, ending } from './steps';

/*
 * The page of a batch stays open while it runs, is paused and goes on. Six times the pace for ten minutes is an hour of
 * work: the whole trial has 1,200 pauses. What the page holds at the end is what it held after the first tenth.
 */

const PAUSES = rounds({ whole: 1200, sample: 20 }).length;
const LINES = PAUSES + 1;

test(`the page of a batch stays small over ${PAUSES} pauses`, async ({ page, api }) => {
  test.setTimeout(3_600_000);
  const lines = Array.from({ length: LINES }, () => aLine());
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines }));
  await page.goto(`/carts/${cartId}`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const hold = () => api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  let line = hold();
  await duplicateCart(page);
  let early = { heap: 0, nodes: 0 };
  for (let pauses = 0; pauses < PAUSES; pauses += 1) {
    await line.met;
    await page.getByRole('button', { name: 'Mettre en pause' }).click();
    line.release();
    const goOn = page.getByRole('button', { name: 'Reprendre' });
    await expect(goOn).toBeVisible();
    line = hold();
    if (pauses === Math.floor(PAUSES / 10)) early = await sizeOf(session);
    await goOn.click();
  }
  await line.met;
  const late = await sizeOf(session);
  line.release();
  await expect(ending(page)).toContainText(`Le nouveau panier a ${LINES} lignes.`);
  expect(late.nodes).toBeLessThan(early.nodes * 1.3);
  // Each row knows its line by the end, which is a kilobyte or two.
  expect(late.heap).toBeLessThan(early.heap * 1.3 + LINES * 4_000);
});

/** What the page holds, in bytes and nodes. */
async function sizeOf(session: CDPSession): Promise<{ readonly heap: number; readonly nodes: number }> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { heap: valueOf('JSHeapUsedSize'), nodes: valueOf('Nodes') };
}
