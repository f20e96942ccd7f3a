import { memo, useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { ContactField } from '~/contract/contact';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { useFieldLock, useFromEdit } from './line-edit';
import { LineField } from './LineField';
import type { LineFormValues } from './line-form-values';
import { SectionPanel } from './LineSection';
import type { Rejections } from './rejections';
import styles from './SiteFields.module.css';
import { PasteArea, SiteTools } from './SiteTools';

interface SiteProps {
  readonly rejections: Rejections;
}

interface SiteFieldProps extends SiteProps {
  readonly site: number;
  readonly field: ContactField;
  readonly inputMode?: 'numeric';
}

function SiteField({ site, field, rejections, inputMode }: SiteFieldProps) {
  const { contactFields } = useAllMessages();
  const name = `related_contact_information.${site}.${field}` as const;
  return (
    <LineField
      name={name}
      label={contactFields[field]}
      rejection={rejections.get(name)}
      {...(inputMode ? { inputMode } : {})}
    />
  );
}

/** The sites' addresses; almost always one, but all that the API returns are shown. */
export const SiteSection = memo(function SiteSection({ rejections }: SiteProps) {
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
              <div className={styles['w6']}>
                <SiteField site={site} field="end_customer_name" rejections={rejections} />
              </div>
              {site === 0 && (
                <div>
                  <LineField
                    name="siret_known"
                    label={lineFields.siret_known}
                    input="yes-no"
                    rejection={rejections.get('siret_known')}
                  />
                </div>
              )}
              <div className={site > 0 ? styles['w6'] : undefined}>
                <SiteField site={site} field="siret" rejections={rejections} inputMode="numeric" />
              </div>
              <div className={`${styles['w2']} ${styles['half']}`}>
                <SiteField site={site} field="street_number" rejections={rejections} />
              </div>
              <div className={`${styles['half']}`}>
                <SiteField site={site} field="street_number_extension" rejections={rejections} />
              </div>
              <div className={styles['w7']}>
                <SiteField site={site} field="street_name" rejections={rejections} />
              </div>
              <div className={`${styles['w2']} ${styles['half']}`}>
                <SiteField site={site} field="postcode" rejections={rejections} inputMode="numeric" />
              </div>
              <div className={`${styles['half']}`}>
                <SiteField site={site} field="insee_code" rejections={rejections} />
              </div>
              <div className={styles['w7']}>
                <SiteField site={site} field="city" rejections={rejections} />
              </div>
              <div className={styles['half']}>
                <SiteField site={site} field="building_name" rejections={rejections} />
              </div>
              <div className={styles['half']}>
                <SiteField site={site} field="level_number" rejections={rejections} />
              </div>
              <div className={styles['half']}>
                <SiteField site={site} field="latitude" rejections={rejections} />
              </div>
              <div className={styles['half']}>
                <SiteField site={site} field="longitude" rejections={rejections} />
              </div>
            </div>
          </fieldset>
        ))}
      </PasteArea>
    </SectionPanel>
  );
});

/** The people on site: the first contact, and the second on request. */
export const ContactsSection = memo(function ContactsSection({ rejections }: SiteProps) {
  const sites = useSites();
  return (
    <SectionPanel section="contacts">
      <PasteArea>
        {sites.map((site) => (
          <SiteContacts key={site} site={site} isOneOfSeveral={sites.length > 1} rejections={rejections} />
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

interface SiteContactsProps extends SiteProps {
  readonly site: number;
  readonly isOneOfSeveral: boolean;
}

function SiteContacts({ site, isOneOfSeveral, rejections }: SiteContactsProps) {
  const { linePage } = useAllMessages();
  const { setFocus } = useFormContext<LineFormValues>();
  const isLocked = useFieldLock('related_contact_information') !== null;
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
      <ContactFieldset
        legend={named(linePage.contact1)}
        site={site}
        fields={CONTACT_1}
        rejections={rejections}
      />
      {isShown || isAsked ? (
        <ContactFieldset
          legend={named(linePage.contact2)}
          site={site}
          fields={CONTACT_2}
          rejections={rejections}
        />
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

interface ContactFieldsetProps extends SiteProps {
  readonly legend: string;
  readonly site: number;
  readonly fields: readonly ContactField[];
}

function ContactFieldset({ legend, site, fields, rejections }: ContactFieldsetProps) {
  return (
    <fieldset className={styles['contact']}>
      <legend>{legend}</legend>
      <div className={styles['grid']}>
        {fields.map((field) => (
          <div key={field}>
            <SiteField site={site} field={field} rejections={rejections} />
          </div>
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
