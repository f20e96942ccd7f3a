import type { LineValues } from '~/contract/order-line';

/** For the DIA offer the API computes the ENNI and replaces one that is filled in ("Special case of the enni field"). */
export function isDia(line: Pick<LineValues, 'offer_family'>): boolean {
  return line.offer_family.trim().toUpperCase() === 'DIA';
}

/** The option that brings a CPE ("Confirming the Order Session"). */
export const CPE_OPTION = '7021';

/** The fields that are required with option 7021 and must be empty without it. */
export const CPE_FIELDS = ['cpe_networking_number', 'cpe_serial_number'] as const;

export function hasCpeOption(line: Pick<LineValues, 'option_ids'>): boolean {
  return line.option_ids.includes(CPE_OPTION);
}

/** The CPE fields that are still filled and would have to be emptied, now that the option goes; none while it stays. */
export function leftoverCpeFields(
  line: LineCpe,
  newOptions: readonly string[],
): (typeof CPE_FIELDS)[number][] {
  if (!hasCpeOption(line) || newOptions.includes(CPE_OPTION)) return [];
  return CPE_FIELDS.filter((field) => line[field].trim() !== '');
}

type LineCpe = Pick<LineValues, 'option_ids' | (typeof CPE_FIELDS)[number]>;
