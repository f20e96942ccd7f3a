import { expect, test as base } from '@playwright/test';
import { askAllTheTime, canStartNginxDesk, openNginxDesk } from './nginx-desk';

/* Two instances behind nginx. It is configured, and they are updated, as DEPLOY.md says it. */

const test = base.extend<{ desk: Awaited<ReturnType<typeof openNginxDesk>> }>({
  desk: async ({ page }, provide) => {
    const desk = await openNginxDesk(page);
    await provide(desk);
    await desk.close();
  },
});

test.use({ ignoreHTTPSErrors: true });

if (!canStartNginxDesk) {
  process.stdout.write(
    'nginx before two instances is not tried: nginx, redis-server or openssl is missing\n',
  );
} else {
  test('no request fails while both instances are updated', async ({ page, desk }) => {
    test.slow();
    const { api, nginx, update } = desk;
    const asking = askAllTheTime(page);
    await update();
    await page.evaluate(() => Object.assign(globalThis, { isOver: true }));
    const { failures, epochCount, createdCount } = await asking;
    expect(failures).toEqual([]);
    expect(epochCount).toBe(1);
    expect(api.ledger.of('createCart')).toHaveLength(createdCount);
    expect(await nginx.log()).toContain('GET /api/v1/product_order_item/ 200');
    expect(await nginx.log()).not.toContain('Moreau');
  });

  test('a text that is too long is called so', async ({ page, desk: { origin } }) => {
    test.slow();
    const answer = await page.request.post(`${origin}/api/v1/product_order`, {
      headers: { 'x-ot': '1', origin },
      data: { external_id: 'x'.repeat(300_000) },
    });
    expect(answer.headers()['x-ot']).toBe('1');
    expect(await answer.json()).toMatchObject({ code: 'body_too_large', acted: 'no' });
    for (const path of ['/healthz', '/readyz'])
      expect((await page.request.get(origin + path)).status()).toBe(404);
  });
}
