import { lazy } from 'react';
import { loadEntryMessages } from '~/i18n/entry-messages';
import { loadUnsavedMessages } from '~/i18n/unsaved-messages';
import type { Language } from '~/i18n/language';

/*
 * What the editor shows only sometimes. Its code is asked for once the editor stands, and all at once, so that it is there
 * when the network has gone.
 */

const loads = {
  keeping: () => import('./LineKeeping'),
  trouble: () => import('./KeepingTrouble'),
  leave: () => import('./LeaveDialog'),
  discard: () => import('./DiscardDialog'),
  leftovers: () => import('./KeptLeftovers'),
  outcome: () => import('./SaveOutcomeNotice'),
  duplicate: () => import('./DuplicateLineDialog'),
  copySite: () => import('./CopySiteDialog'),
  pasted: () => import('./PastedProposal'),
  refused: () => import('./RefusedValues'),
  cpe: () => import('./RemoveCpeDialog'),
  glance: () => import('./LineAtAGlance'),
};

export const LineKeeping = lazy(() => loads.keeping().then((file) => ({ default: file.LineKeeping })));
export const KeepingTrouble = lazy(() => loads.trouble().then((file) => ({ default: file.KeepingTrouble })));
export const LeaveDialog = lazy(() => loads.leave().then((file) => ({ default: file.LeaveDialog })));
export const DiscardDialog = lazy(() => loads.discard().then((file) => ({ default: file.DiscardDialog })));
export const KeptLeftovers = lazy(() => loads.leftovers().then((file) => ({ default: file.KeptLeftovers })));
export const SaveOutcomeNotice = lazy(() =>
  loads.outcome().then((file) => ({ default: file.SaveOutcomeNotice })),
);

export const DuplicateLineDialog = lazy(() =>
  loads.duplicate().then((file) => ({ default: file.DuplicateLineDialog })),
);
export const CopySiteDialog = lazy(() => loads.copySite().then((file) => ({ default: file.CopySiteDialog })));
export const RefusedValues = lazy(() => loads.refused().then((file) => ({ default: file.RefusedValues })));
export const RemoveCpeDialog = lazy(() => loads.cpe().then((file) => ({ default: file.RemoveCpeDialog })));
export const LineAtAGlance = lazy(() => loads.glance().then((file) => ({ default: file.LineAtAGlance })));
export const PastedProposal = lazy(() => loads.pasted().then((file) => ({ default: file.PastedProposal })));

/** Asks for all of it; what does not come now is asked for again when it is to be shown. */
export function loadLaterScreens(language: Language): void {
  const texts = [() => loadUnsavedMessages(language), () => loadEntryMessages(language)];
  for (const load of [...Object.values(loads), ...texts]) {
    load().catch(() => undefined);
  }
}
