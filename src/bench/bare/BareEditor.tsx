import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { CONTACT_FIELDS } from '~/contract/contact';
import { isUnknownArray, isWireObject, type WireObject } from '~/contract/scalars';
import { client, line, save, shownValue } from './bare-api';
import styles from './bare.module.css';

const FIELDS = [
  'end_customer_name',
  'customer_order_name',
  'external_id',
  'project_id',
  'business_code',
  'billing_site_ref',
  'product_offering_id',
  'product_offering_qualification_item_id',
  'quote_item_id',
  'offer_family',
  'offer_technology',
  'delivery_mode',
  'enni',
  'enni_2',
  'vlan_reference',
  'additional_vlan_reference',
  'scheduled_delivery_date',
  'access_instructions',
  'specific_request',
  'note',
  'technical_note',
];
/** Together thirty-four. */
const CONTACT = CONTACT_FIELDS.slice(0, 34 - FIELDS.length);

/** The editor without anything but its fields and a save of what differs. */
export function BareEditor() {
  const { lineId = '' } = useParams({ strict: false });
  const { data } = useQuery(line(lineId));
  return data ? <Form key={lineId} saved={data} /> : null;
}

function Form({ saved }: { readonly saved: WireObject }) {
  const contacts = saved['related_contact_information'];
  const [first] = isUnknownArray(contacts) ? contacts : [];
  const contact = isWireObject(first) ? first : {};
  const mutation = useMutation({
    mutationFn: (changes: Readonly<Record<string, string>>) => save(saved, changes),
    onSuccess: (fresh) => client.setQueryData(line(shownValue(saved['id'])).queryKey, fresh),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const changed = FIELDS.flatMap((name) => {
          const value = shownValue(form.get(name));
          return value === shownValue(saved[name]) ? [] : [[name, value] as const];
        });
        mutation.mutate(Object.fromEntries(changed));
      }}
    >
      <div className={styles['form']}>
        {FIELDS.map((name) => (
          <TextInput key={name} name={name} label={name} defaultValue={shownValue(saved[name])} />
        ))}
        {CONTACT.map((name) => (
          <TextInput
            key={name}
            name={`contact.${name}`}
            label={name}
            defaultValue={shownValue(contact[name])}
          />
        ))}
      </div>
      <Button type="submit">Enregistrer</Button>
    </form>
  );
}
