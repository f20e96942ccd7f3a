import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { useUnsavedPlaces } from '~/autosave/use-unsaved-places';
import { toUnsavedMarks } from './unsaved-marks';

/** Marks a line that has unsaved input on this computer. */
export function UnsavedMark({ lineId }: { readonly lineId: string }) {
  return toUnsavedMarks('line', useUnsavedPlaces(), useAllMessages(), useFormats()).get(lineId);
}
