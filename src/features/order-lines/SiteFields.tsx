import { memo, useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { ContactField } from '~/contract/contact';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { useFieldState, useFromEdit } from './line-edit';
import { LineField } from './LineField';
import type { LineFormValues } from './line-form-values';
import { SectionPanel } from './LineSection';
import styles from './SiteFields.module.css';
import { PasteArea, SiteTools } from './SiteTools';

interface SiteFieldProps {
  readonly site: number;
  readonly field: ContactField;
  readonly inputMode?: 'numeric';
  /** A class for its place in the grid; three of twelve columns unless said otherwise. */
  readonly place?: string | undefined;
}

function SiteField({ site, field, inputMode, place }: SiteFieldProps) {
  const { contactFields } = useAllMessages();
  const name = `related_contact_information.${site}.${field}` as const;
  return (
    <LineField name={name} label={contactFields[field]} place={place} {...(inputMode ? { inputMode } : {})} />
  );
}

/** The sites' addresses; almost always one, but all that the API returns are shown. */
export const SiteSection = memo(function SiteSection() {
  const { linePage, lineFields } = useAllMessages();
  const sites = useSites();
  return (
    <SectionPanel section="site">
      <PasteArea>
        <SiteTools />
        {sites.map((site) => (
          <fieldset key={site} className={styles['contact']}>
            {sites.length > 1 && <legend>{linePage.siteNumber(site + 1)}</legend>}
            <div className={styles['grid']}>
              <SiteField site={site} field="end_customer_name" place={styles['w6']} />
              {site === 0 && <LineField name="siret_known" label={lineFields.siret_known} input="yes-no" />}
              <SiteField
                site={site}
                field="siret"
                inputMode="numeric"
                place={site > 0 ? styles['w6'] : undefined}
              />
              <SiteField site={site} field="street_number" place={`${styles['w2']} ${styles['half']}`} />
              <SiteField site={site} field="street_number_extension" place={styles['half']} />
              <SiteField site={site} field="street_name" place={styles['w7']} />
              <SiteField
                site={site}
                field="postcode"
                inputMode="numeric"
                place={`${styles['w2']} ${styles['half']}`}
              />
              <SiteField site={site} field="insee_code" place={styles['half']} />
              <SiteField site={site} field="city" place={styles['w7']} />
              <SiteField site={site} field="building_name" place={styles['half']} />
              <SiteField site={site} field="level_number" place={styles['half']} />
              <SiteField site={site} field="latitude" place={styles['half']} />
              <SiteField site={site} field="longitude" place={styles['half']} />
            </div>
          </fieldset>
        ))}
      </PasteArea>
    </SectionPanel>
  );
});

/** The people on site: the first contact, and the second on request. */
export const ContactsSection = memo(function ContactsSection() {
  const sites = useSites();
  return (
    <SectionPanel section="contacts">
      <PasteArea>
        {sites.map((site) => (
          <SiteContacts key={site} site={site} isOneOfSeveral={sites.length > 1} />
        ))}
      </PasteArea>
    </SectionPanel>
  );
});

const CONTACT_1 = [
  'contact1_firstname',
  'contact1_lastname',
  'contact1_email_address',
  'contact1_phone_number',
] as const;
const CONTACT_2 = [
  'contact2_firstname',
  'contact2_lastname',
  'contact2_email_address',
  'contact2_phone_number',
] as const;

interface SiteContactsProps {
  readonly site: number;
  readonly isOneOfSeveral: boolean;
}

function SiteContacts({ site, isOneOfSeveral }: SiteContactsProps) {
  const { linePage } = useAllMessages();
  const { setFocus } = useFormContext<LineFormValues>();
  const isLocked = useFieldState('related_contact_information').lock !== null;
  const hasSecond = useFromEdit(({ values }) =>
    CONTACT_2.some((field) => (values.related_contact_information[site]?.[field] ?? '') !== ''),
  );
  const [isAsked, setIsAsked] = useState(false);
  // Filled once, it stays: emptying its last field must not take it away from under the cursor.
  const [isShown, setIsShown] = useState(hasSecond);
  if (hasSecond && !isShown) setIsShown(true);

  useEffect(() => {
    if (isAsked) setFocus(`related_contact_information.${site}.contact2_firstname`);
  }, [isAsked, site, setFocus]);
  const named = (contact: string) =>
    isOneOfSeveral ? `${linePage.siteNumber(site + 1)} – ${contact}` : contact;
  return (
    <>
      <ContactFieldset legend={named(linePage.contact1)} site={site} fields={CONTACT_1} />
      {isShown || isAsked ? (
        <ContactFieldset legend={named(linePage.contact2)} site={site} fields={CONTACT_2} />
      ) : (
        !isLocked && (
          <Button look="quiet" className={styles['more'] ?? ''} onClick={() => setIsAsked(true)}>
            {linePage.addContact2}
          </Button>
        )
      )}
    </>
  );
}

interface ContactFieldsetProps {
  readonly legend: string;
  readonly site: number;
  readonly fields: readonly ContactField[];
}

function ContactFieldset({ legend, site, fields }: ContactFieldsetProps) {
  return (
    <fieldset className={styles['contact']}>
      <legend>{legend}</legend>
      <div className={styles['grid']}>
        {fields.map((field) => (
          <SiteField key={field} site={site} field={field} />
        ))}
      </div>
    </fieldset>
  );
}

/** The indexes of the sites in the form; their number does not change while it is open. */
function useSites(): number[] {
  const { getValues } = useFormContext<LineFormValues>();
  return getValues('related_contact_information').map((_, index) => index);
}
