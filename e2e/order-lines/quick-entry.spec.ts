import type { Locator, Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

/** Pastes a text as the browser would after copying it elsewhere. */
async function paste(page: Page, input: Locator, text: string): Promise<void> {
  await field(page, 'Note technique').fill(text);
  await field(page, 'Note technique').selectText();
  await page.keyboard.press('ControlOrMeta+X');
  await input.selectText();
  await page.keyboard.press('ControlOrMeta+V');
}

const proposal = (page: Page) => page.getByRole('status').filter({ hasText: 'Répartir le texte collé' });

test('a pasted address is split and undone', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  const street = field(page, 'Voie');
  await paste(page, street, '12 bis rue de la Paix 75002 Paris');
  await expect(street).toHaveValue('12 bis rue de la Paix 75002 Paris');
  await expect(proposal(page)).toContainText('75002 (au lieu de 76130)');
  await expect(proposal(page)).toContainText('Vidé (au lieu de 76451)');
  await expect(field(page, 'Code postal')).toHaveValue('76130');

  await proposal(page).getByRole('button', { name: 'Répartir' }).click();
  await expect(field(page, 'Numéro')).toHaveValue('12');
  await expect(field(page, 'Extension (bis, ter, B…)')).toHaveValue('bis');
  await expect(street).toHaveValue('rue de la Paix');
  await expect(field(page, 'Code postal')).toHaveValue('75002');
  await expect(field(page, 'Commune')).toHaveValue('Paris');
  await expect(field(page, 'Code INSEE')).toHaveValue('');
  await expect(field(page, 'Numéro')).toBeFocused();

  await page.getByRole('button', { name: 'Rétablir' }).click();
  await expect(field(page, 'Commune')).toHaveValue('Mont-Saint-Aignan');
  await expect(field(page, 'Code INSEE')).toHaveValue('76451');
  await expect(street).toHaveValue('12 bis rue de la Paix 75002 Paris');
});

test('a pasted signature fills contact and site', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ contact: null })] }));
  await page.goto(`/lines/${lineId}`);
  const signature =
    'Jean Dupont\nDirecteur technique\nGarage Moreau SARL\n12-14 ZA des Lilas\n35000 Rennes\nTél. : 06 12 34 56 78\njean@moreau.example.fr';
  const lastName = field(page, 'Nom', 'Contact sur site');
  await paste(page, lastName, signature);
  await proposal(page).getByRole('button', { name: 'Laisser tel quel' }).click();
  await expect(proposal(page)).toBeHidden();
  await expect(field(page, 'Commune')).toHaveValue('');

  await paste(page, lastName, signature);
  await expect(proposal(page)).toContainText('Sans champ : Directeur technique');
  await proposal(page).getByRole('button', { name: 'Répartir' }).click();
  await saveLine(page);
  expect(api.ledger.last('updateLine').body).toEqual({
    related_contact_information: [
      {
        end_customer_name: 'Garage Moreau SARL',
        street_number: '12-14',
        street_name: 'ZA des Lilas',
        postcode: '35000',
        city: 'Rennes',
        contact1_firstname: 'Jean',
        contact1_lastname: 'Dupont',
        contact1_email_address: 'jean@moreau.example.fr',
        contact1_phone_number: '06 12 34 56 78',
      },
    ],
  });
});

test('a pasted word stays one word', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await paste(page, field(page, 'Commune'), 'Rouen');
  await expect(field(page, 'Commune')).toHaveValue('Rouen');
  await expect(proposal(page)).toBeHidden();
});

test('a site is copied from another line', async ({ page, api }) => {
  const { lineIds } = api.given(
    aCart({
      lines: [
        aLine({ contact: null }),
        aLine({ end_customer_name: 'Garage Moreau', contact: { city: 'Rennes' } }),
        aLine({
          end_customer_name: 'Hôtel du Port',
          contact: { city: 'Brest', contact2_firstname: 'Anne', contact2_lastname: 'Le Goff' },
        }),
      ],
    }),
  );
  await page.goto(`/lines/${lineIds[0]}`);
  await page.getByRole('button', { name: /^Copier d'une autre ligne/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Copier le site et ses contacts' });
  await expect(dialog.getByRole('listitem')).toContainText(['Hôtel du Port', 'Garage Moreau']);
  await expect(dialog.getByRole('listitem').first()).toContainText('76130 Brest');
  await expect(dialog.getByRole('listitem').first()).toContainText('01 99 00 12 34');
  await dialog.getByRole('button', { name: /^Hôtel du Port/ }).click();
  await dialog.getByRole('button', { name: 'Fermer' }).click();
  await expect(field(page, 'Commune')).toHaveValue('Brest');
  await expect(field(page, 'Prénom', 'Contact sur site')).toHaveValue('Maëlle');
  // The second contact came along, and its fields with it.
  await expect(field(page, 'Prénom', 'Second contact')).toHaveValue('Anne');
  await saveLine(page);
  expect(api.ledger.last('updateLine').body).toMatchObject({
    related_contact_information: [{ city: 'Brest', contact2_lastname: 'Le Goff', siret: '73282932000074' }],
  });
});

test('adding a second contact focuses its first field', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await page.getByRole('button', { name: 'Ajouter un second contact' }).click();
  await expect(field(page, 'Prénom', 'Second contact')).toBeFocused();
});

test('Enter saves, except in fields of several lines', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Une');
  await field(page, 'Note').press('Enter');
  await page.keyboard.type('deux');
  await expect(field(page, 'Note')).toHaveValue('Une\ndeux');
  expect(api.ledger.of('updateLine')).toEqual([]);
  await field(page, 'Votre référence').fill('REF-1');
  await field(page, 'Votre référence').press('Enter');
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([
    { external_id: 'REF-1', note: 'Une\ndeux' },
  ]);
});
