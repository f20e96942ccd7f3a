import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { memo, useCallback, useRef, type FormEvent } from 'react';
import type { WireObject } from '~/contract/scalars';
import { lines, shownValue } from './bare-api';
import styles from './bare.module.css';

const COLUMNS = {
  order_reference: 'Référence',
  end_customer_name: 'Client final',
  customer_order_name: 'Nom de la commande',
  external_id: 'Votre référence',
  state: 'État',
  creation_date: 'Création',
  expiration_date: 'Expiration',
  scheduled_delivery_date: 'Livraison souhaitée',
};
const FILTERS = {
  search: 'Rechercher des lignes',
  order_reference: 'Référence de commande',
  temporary_reference: 'Référence provisoire',
  customer_order_name: 'Nom de la commande',
  end_customer_name: 'Client final',
};
const STATES = ['', 'created', 'in_progress', 'acknowledged', 'held_adv_validation', 'rejected_creation'];
const TYPING_PAUSE = 200;
const day = new Intl.DateTimeFormat('fr', { dateStyle: 'medium' });

function cellOf(line: WireObject, name: string): string {
  const value = shownValue(line[name]);
  return name.endsWith('_date') && value !== '' ? day.format(new Date(value)) : value;
}

const Row = memo(function Row({ line }: { readonly line: WireObject }) {
  const reference = shownValue(line['order_reference']) || shownValue(line['temporary_reference']);
  return (
    <tr>
      {Object.keys(COLUMNS).map((name) => (
        <td key={name}>
          {name === 'order_reference' ? (
            <Link to="/lines/$lineId" params={{ lineId: shownValue(line['id']) }}>
              {reference}
            </Link>
          ) : (
            cellOf(line, name)
          )}
        </td>
      ))}
      <td>
        <a href={`/carts/${shownValue(line['product_order_id'])}`}>Ouvrir</a>
      </td>
    </tr>
  );
});

type Change = (changes: Readonly<Record<string, string>>) => void;

const Filters = memo(function Filters({ change }: { readonly change: Change }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onInput = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement) && !(target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => change({ [name]: value, page: '' }),
      target instanceof HTMLSelectElement ? 0 : TYPING_PAUSE,
    );
  };
  return (
    <div className={styles['bar']} onInput={onInput}>
      {Object.entries(FILTERS).map(([name, label]) => (
        <TextInput key={name} name={name} label={label} type="search" />
      ))}
      <NativeSelect name="state" label="État" data={STATES} />
    </div>
  );
});

/** The list without anything but filters, sort, rows and pages. */
export function BareList() {
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const { history } = useRouter();
  const { data } = useQuery(lines(search));
  const { sort = '-creation_date' } = search;
  const page = Number(search['page'] ?? 1);
  const change = useCallback<Change>(
    (changes) => {
      const params = new URLSearchParams(history.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') params.delete(name);
        else params.set(name, value);
      }
      history.push(`/lines?${params}`);
    },
    [history],
  );
  return (
    <main>
      <Filters change={change} />
      <table className={styles['table']}>
        <thead>
          <tr>
            {Object.entries(COLUMNS).map(([name, label]) => (
              <th key={name}>
                <button
                  type="button"
                  title={`Trier par ${label}`}
                  onClick={() => change({ sort: sort === `-${name}` ? name : `-${name}`, page: '' })}
                >
                  {label}
                </button>
              </th>
            ))}
            <th>Panier</th>
          </tr>
        </thead>
        <tbody>
          {data?.rows.map((line) => (
            <Row key={shownValue(line['id'])} line={line} />
          ))}
        </tbody>
      </table>
      {data && (
        <p className={styles['bar']}>
          <Button variant="default" disabled={page < 2} onClick={() => change({ page: String(page - 1) })}>
            Page précédente
          </Button>
          {`${page * 50 - 49}–${page * 50 - 50 + data.rows.length} sur ${data.count}`}
          <Button
            variant="default"
            disabled={page * 50 >= data.count}
            onClick={() => change({ page: String(page + 1) })}
          >
            Page suivante
          </Button>
        </p>
      )}
    </main>
  );
}
