import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { drawnSeeds } from '~e2e/long-trial';
import { createLine, field, fillLine, outcome, placeOrder, row, saveLine } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { drawDialect } from '~/mock-api/drawn-dialect';
import { aCart, aLine } from '~/mock-api/store/given';

const ON_SITE = 'Contact sur site';

/** A line that is complete, with every field that servers take in different forms. */
const LINE = [
  { label: 'Client final', value: 'Garage Moreau' },
  { label: 'Nom de la commande', value: 'Siège' },
  { label: 'Votre référence', value: 'SIEGE' },
  { label: 'Offre', value: '2173' },
  { label: "Élément d'éligibilité", value: 'ELIG-1' },
  { label: "Famille d'offres", value: 'BPE' },
  { label: 'Options', value: '7021' },
  { label: 'Numéro réseau du CPE', value: 'NET-1' },
  { label: 'Numéro de série du CPE', value: 'SR-1' },
  { label: 'Porte ENNI', value: 'AZ001234' },
  { label: 'Porte ENNI secondaire', value: 'AZ005678' },
  { label: 'VLAN', value: '1257' },
  { label: 'Société sur site', value: 'Garage Moreau' },
  { label: 'Numéro', value: '4' },
  { label: 'Voie', value: 'Rue du Port' },
  { label: 'Code postal', value: '76130' },
  { label: 'Code INSEE', value: '76451' },
  { label: 'Commune', value: 'Rouen' },
  { label: 'Prénom', value: 'Anne', group: ON_SITE },
  { label: 'Nom', value: 'Moreau', group: ON_SITE },
  { label: 'E-mail', value: 'anne@moreau.example.fr', group: ON_SITE },
  { label: 'Téléphone', value: '0199001234', group: ON_SITE },
];

async function takeAnOrder(page: Page, api: MockApi): Promise<void> {
  await page.goto('/carts');
  await page.getByRole('button', { name: 'Nouveau panier' }).click();
  await page.getByRole('dialog').getByLabel('Votre référence').fill('CDE-1');
  await page.getByRole('button', { name: 'Créer le panier' }).click();
  await page.getByRole('link', { name: 'Ajouter une ligne' }).first().click();
  await fillLine(page, LINE);
  await createLine(page);
  await expect(page.getByText('Prête à confirmer')).toBeVisible();
  const [line] = api.store.lines();
  expect(line?.content.values).toMatchObject({
    vlan_reference: '1257',
    enni_2: 'AZ005678',
    cpe_networking_number: 'NET-1',
  });
}

async function edit(page: Page, api: MockApi): Promise<void> {
  await field(page, 'VLAN').fill('');
  await field(page, 'Porte ENNI secondaire').fill('');
  await field(page, 'Commune').fill('Caen');
  await field(page, "Consignes d'accès").fill('Sonner deux fois');
  await saveLine(page);
  const [line] = api.store.lines();
  expect(line?.content.values).toMatchObject({
    vlan_reference: '',
    enni_2: '',
    access_instructions: 'Sonner deux fois',
    related_contact_information: [{ city: 'Caen', siret: '', contact1_firstname: 'Anne' }],
  });
  await field(page, 'VLAN').fill('12');
  await saveLine(page);
}

async function confirm(page: Page, api: MockApi): Promise<void> {
  api.outcome('SIEGE', { state: 'acknowledged', after: 0 });
  await page.getByRole('link', { name: 'Vers le panier' }).click();
  await placeOrder(page);
  await expect(outcome(page)).toBeVisible();
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
}

/** Every line is on one page of the list, and on one only. */
async function find(page: Page, api: MockApi): Promise<void> {
  const names = Array.from({ length: 58 }, (_, index) => `Site n° ${index + 1}.`);
  api.given(aCart({ lines: names.map((name) => aLine({ customer_order_name: name })) }));
  await page.goto('/lines');
  const seen: string[] = [];
  const next = page.getByRole('button', { name: 'Suivant' });
  for (let number = 1; number <= 4; number += 1) {
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    seen.push(...(await page.getByRole('row').allTextContents()));
    if (!(await next.isVisible()) || (await next.isDisabled())) break;
    const first = await page.getByRole('row').nth(1).textContent();
    await next.click();
    await expect(page).toHaveURL(new RegExp(`page=${number + 1}`));
    await expect(page.getByRole('row').nth(1)).not.toHaveText(first ?? '');
    if (await page.getByRole('button', { name: 'Première page' }).isVisible()) break;
  }
  for (const name of names)
    expect(
      seen.filter((text) => text.includes(name)),
      name,
    ).toHaveLength(1);
  await page.goto('/lines?search=moreau');
  await expect(row(page, 'Garage Moreau')).toHaveCount(1);
  await page.goto('/lines?state=created&sort=-creation_date');
  await expect(row(page, 'Site n°').first()).toBeVisible();
}

for (const seed of drawnSeeds({ whole: 50, sample: 8 })) {
  test.describe(`server ${seed}`, () => {
    test.use({ apiOptions: { dialect: drawDialect(seed) } });

    test(`takes an order, an edit and a confirmation (${seed})`, async ({ page, api }) => {
      test.slow();
      await test.step(JSON.stringify(drawDialect(seed)), () => takeAnOrder(page, api));
      await test.step('edit', () => edit(page, api));
      await test.step('confirm', () => confirm(page, api));
      await test.step('find', () => find(page, api));
    });
  });
}
