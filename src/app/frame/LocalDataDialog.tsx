import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { storedDataQuery } from '~/api/read/stored-data-query';
import { useAllMessages, useFormats, useMessages } from '~/i18n/I18nProvider';
import type { UnsavedPlace } from '~/autosave/autosave-records';
import { readLocalData, wipeLocalData, type LocalData } from '~/autosave/local-data';
import { Button } from '@mantine/core';
import { focusOn } from '~/ui/keyboard/focus-refs';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { Loading } from '~/ui/feedback/Loading';

type Step = 'view' | 'ask' | 'wiped' | 'failed';

interface LocalDataDialogProps {
  readonly onClose: () => void;
}

/** What this browser keeps for a person, and the one action that removes all of it. */
export function LocalDataDialog({ onClose }: LocalDataDialogProps) {
  const { localData } = useAllMessages();
  const { data } = useQuery(storedDataQuery(['stored-data'], readLocalData));
  if (data) return <KnownData data={data} onClose={onClose} />;
  return (
    <Dialog title={localData.title} onClose={onClose}>
      <Loading />
    </Dialog>
  );
}

function KnownData({ data, onClose }: LocalDataDialogProps & { readonly data: LocalData }) {
  const { common, shell } = useMessages();
  const { localData } = useAllMessages();
  const [step, setStep] = useState<Step>('view');
  const isAnythingKnown = Object.values(data).some(
    (amount) => (typeof amount === 'number' && amount > 0) || (Array.isArray(amount) && amount.length > 0),
  );
  const isEmpty = data.isWhole && !isAnythingKnown;
  const wipe = () =>
    wipeLocalData().then(
      () => setStep('wiped'),
      () => setStep('failed'),
    );

  return (
    <Dialog title={localData.title} onClose={step === 'wiped' ? reload : onClose}>
      {(step === 'view' || step === 'ask') && (
        <>
          {isEmpty && <p>{localData.empty}</p>}
          {!data.isWhole && <p role="alert">{localData.unread}</p>}
          {isAnythingKnown && <p>{localData.intro}</p>}
        </>
      )}
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
          <Button variant="filled" onClick={reload}>
            {shell.reload}
          </Button>
        ) : (
          <Button onClick={onClose}>{step === 'ask' ? common.cancel : common.close}</Button>
        )}
        {step === 'view' && !isEmpty && (
          <Button variant="outline" color="bad" onClick={() => setStep('ask')}>
            {localData.wipe}
          </Button>
        )}
        {step === 'ask' && (
          <Button variant="outline" color="bad" onClick={() => void wipe()}>
            {localData.really}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
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
  const { localData } = useAllMessages();
  const { texts, sent, batches, views, sites, headers, tables, confirmations, choices } = data;
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
      {batches > 0 && <li>{localData.batches(batches)}</li>}
      {views > 0 && <li>{localData.views(views)}</li>}
      {sites > 0 && <li>{localData.sites(sites)}</li>}
      {headers > 0 && <li>{localData.headers(headers)}</li>}
      {tables > 0 && <li>{localData.tables(tables)}</li>}
      {confirmations > 0 && <li>{localData.confirmations(confirmations)}</li>}
      {choices > 0 && <li>{localData.choices(choices)}</li>}
    </ul>
  );
}

function PlaceLink({ place, onFollow }: { readonly place: UnsavedPlace; readonly onFollow: () => void }) {
  const { localData } = useAllMessages();
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
