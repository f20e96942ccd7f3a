/** Four fields of free text, by their labels in the form. */
export const FIELDS = {
  Note: 'note',
  'Porte ENNI': 'enni',
  'Mode de livraison': 'delivery_mode',
  'Code affaire': 'business_code',
} as const;
export type Label = keyof typeof FIELDS;
export const LABELS: readonly Label[] = ['Note', 'Porte ENNI', 'Mode de livraison', 'Code affaire'];
