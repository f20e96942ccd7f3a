import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useFormats, useMessages } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import type { KeptPlace } from '~/kept/kept-edits';
import { readLocalData, wipeLocalData, type LocalData } from '~/kept/local-data';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';

const NOTHING: LocalData = { texts: [], sent: 0, views: 0, tables: 0, confirmations: 0, choices: 0 };

type Step = 'look' | 'ask' | 'wiped' | 'failed';

/** What this browser keeps for a person, and the one action that removes all of it. */
export function LocalDataDialog({ onClose }: { readonly onClose: () => void }) {
  const { common, shell } = useMessages();
  const { localData } = useUnsavedMessages();
  const [data, setData] = useState<LocalData>(NOTHING);
  const [step, setStep] = useState<Step>('look');
  useEffect(() => {
    void readLocalData().then(setData);
  }, []);
  const isEmpty = Object.values(data).every(
    (kept) => kept === 0 || (Array.isArray(kept) && kept.length === 0),
  );
  const wipe = () =>
    wipeLocalData().then(
      () => setStep('wiped'),
      () => setStep('failed'),
    );

  return (
    <Dialog title={localData.title} onClose={step === 'wiped' ? reload : onClose}>
      {(step === 'look' || step === 'ask') && <p>{isEmpty ? localData.empty : localData.intro}</p>}
      {(step === 'wiped' || step === 'failed') && (
        <p role="status" tabIndex={-1} ref={focusOn}>
          {localData[step]}
        </p>
      )}
      {step !== 'failed' && <WhatIsKept data={data} isThere={step !== 'wiped'} onFollow={onClose} />}
      {step === 'ask' && (
        <p tabIndex={-1} ref={focusOn}>
          <strong>{localData.sure}</strong>
        </p>
      )}
      <DialogActions>
        {step === 'wiped' ? (
          <Button look="primary" onClick={reload}>
            {shell.reload}
          </Button>
        ) : (
          <Button onClick={onClose}>{step === 'ask' ? common.cancel : common.close}</Button>
        )}
        {step === 'look' && !isEmpty && (
          <Button look="danger" onClick={() => setStep('ask')}>
            {localData.wipe}
          </Button>
        )}
        {step === 'ask' && (
          <Button look="danger" onClick={() => void wipe()}>
            {localData.really}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** The button that was pressed is gone: the focus goes to what came of it. */
function focusOn(element: HTMLElement | null): void {
  element?.focus();
}

/** What the page has in its memory of it goes with the page. */
function reload(): void {
  location.reload();
}

interface WhatIsKeptProps {
  readonly data: LocalData;
  readonly isThere: boolean;
  readonly onFollow: () => void;
}

function WhatIsKept({ data, isThere, onFollow }: WhatIsKeptProps) {
  const { localData } = useUnsavedMessages();
  const { texts, sent, views, tables, confirmations, choices } = data;
  return (
    <ul>
      {texts.length > 0 && (
        <li>
          {localData.texts(texts.length)}
          {isThere && (
            <ul>
              {texts.map((place) => (
                <li key={place.editor}>
                  <PlaceLink place={place} onFollow={onFollow} />
                </li>
              ))}
            </ul>
          )}
        </li>
      )}
      {sent > 0 && <li>{localData.sent(sent)}</li>}
      {views > 0 && <li>{localData.views(views)}</li>}
      {tables > 0 && <li>{localData.tables(tables)}</li>}
      {confirmations > 0 && <li>{localData.confirmations(confirmations)}</li>}
      {choices > 0 && <li>{localData.choices(choices)}</li>}
    </ul>
  );
}

function PlaceLink({ place, onFollow }: { readonly place: KeptPlace; readonly onFollow: () => void }) {
  const { localData } = useUnsavedMessages();
  const { dateTime } = useFormats();
  const [kind, id = ''] = place.object.split(':');
  const when = localData.text(dateTime(new Date(place.at).toISOString()));
  if (kind === 'line') {
    return (
      <Link to="/lines/$lineId" params={{ lineId: id }} onClick={onFollow}>
        {localData.ofLine}, {when}
      </Link>
    );
  }
  return (
    <Link to="/carts/$cartId/lines/new" params={{ cartId: id }} onClick={onFollow}>
      {localData.ofNewLine}, {when}
    </Link>
  );
}
