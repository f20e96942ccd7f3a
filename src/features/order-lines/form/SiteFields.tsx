import { memo, useState } from 'react';
import type { ContactField } from '~/contract/contact';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { focusOn } from '~/ui/keyboard/focus-refs';
import {
  useFieldState,
  useEditValue,
  useLineEditor,
} from '~/features/order-lines/edit-state/use-line-editor';
import { LineFormField } from './LineFormField';
import { SectionPanel } from './LineSection';
import styles from './SiteFields.module.css';
import { SiteEntryArea, SiteTools } from '~/features/order-lines/form/site-entry/SiteTools';

interface SiteFieldProps {
  readonly site: number;
  readonly field: ContactField;
  readonly inputMode?: 'numeric';
  /** A class for its place in the grid; three of twelve columns unless said otherwise. */
  readonly className?: string | undefined;
}

function SiteField({ site, field, inputMode, className }: SiteFieldProps) {
  const { contactFields } = useEditorMessages();
  const name = `related_contact_information.${site}.${field}` as const;
  return (
    <LineFormField
      name={name}
      label={contactFields[field]}
      className={className}
      {...(inputMode ? { inputMode } : {})}
    />
  );
}

/** The sites' addresses; almost always one, but all that the API returns are shown. */
export const SiteSection = memo(function SiteSection() {
  const { linePage, lineFields } = useEditorMessages();
  const sites = useSites();
  return (
    <SectionPanel section="site">
      <SiteEntryArea>
        <SiteTools />
        {sites.map((site) => (
          <fieldset key={site} className={styles['contact']}>
            {sites.length > 1 && <legend>{linePage.siteNumber(site + 1)}</legend>}
            <div className={styles['grid']}>
              <SiteField site={site} field="end_customer_name" className={styles['w6']} />
              {site === 0 && (
                <LineFormField name="siret_known" label={lineFields.siret_known} input="yes-no" />
              )}
              <SiteField
                site={site}
                field="siret"
                inputMode="numeric"
                className={site > 0 ? styles['w6'] : undefined}
              />
              <SiteField site={site} field="street_number" className={`${styles['w2']} ${styles['half']}`} />
              <SiteField site={site} field="street_number_extension" className={styles['half']} />
              <SiteField site={site} field="street_name" className={styles['w7']} />
              <SiteField
                site={site}
                field="postcode"
                inputMode="numeric"
                className={`${styles['w2']} ${styles['half']}`}
              />
              <SiteField site={site} field="insee_code" className={styles['half']} />
              <SiteField site={site} field="city" className={styles['w7']} />
              <SiteField site={site} field="building_name" className={styles['half']} />
              <SiteField site={site} field="level_number" className={styles['half']} />
              <SiteField site={site} field="latitude" className={styles['half']} />
              <SiteField site={site} field="longitude" className={styles['half']} />
            </div>
          </fieldset>
        ))}
      </SiteEntryArea>
    </SectionPanel>
  );
});

/** The people on site: the first contact, and the second on request. */
export const ContactsSection = memo(function ContactsSection() {
  const sites = useSites();
  return (
    <SectionPanel section="contacts">
      <SiteEntryArea>
        {sites.map((site) => (
          <SiteContacts key={site} site={site} isOneOfSeveral={sites.length > 1} />
        ))}
      </SiteEntryArea>
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
  const { linePage } = useEditorMessages();
  const isLocked = useFieldState('related_contact_information').lock !== null;
  const hasSecond = useEditValue(({ values }) =>
    CONTACT_2.some((field) => (values.related_contact_information[site]?.[field] ?? '') !== ''),
  );
  const [isAsked, setIsAsked] = useState(false);
  // Filled once, it stays: emptying its last field must not take it away from under the cursor.
  const [isShown, setIsShown] = useState(hasSecond);
  if (hasSecond && !isShown) setIsShown(true);

  const named = (contact: string) =>
    isOneOfSeveral ? `${linePage.siteNumber(site + 1)} – ${contact}` : contact;
  return (
    <>
      <ContactFieldset legend={named(linePage.contact1)} site={site} fields={CONTACT_1} />
      {isShown || isAsked ? (
        <ContactFieldset
          legend={named(linePage.contact2)}
          site={site}
          fields={CONTACT_2}
          hasFocus={isAsked}
        />
      ) : (
        !isLocked && (
          <Button variant="subtle" className={styles['more'] ?? ''} onClick={() => setIsAsked(true)}>
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
  /** Whether its first field takes the focus. */
  readonly hasFocus?: boolean;
}

function ContactFieldset({ legend, site, fields, hasFocus = false }: ContactFieldsetProps) {
  return (
    <fieldset className={styles['contact']} ref={hasFocus ? focusFirstField : null}>
      <legend>{legend}</legend>
      <div className={styles['grid']}>
        {fields.map((field) => (
          <SiteField key={field} site={site} field={field} />
        ))}
      </div>
    </fieldset>
  );
}

function focusFirstField(fieldset: HTMLFieldSetElement | null): void {
  focusOn(fieldset?.querySelector('input') ?? null);
}

/** The indexes of the sites in the form; their number does not change while it is open. */
function useSites(): number[] {
  const { getValues } = useLineEditor().form;
  return getValues('related_contact_information').map((_, index) => index);
}
