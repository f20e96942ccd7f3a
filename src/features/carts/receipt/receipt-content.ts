import type { Language } from '~/i18n/language';

/** One labelled value of a receipt. */
export interface ReceiptFact {
  readonly label: string;
  readonly value: string;
}

/** An order on paper: what the page of a record shows, in words. */
export interface ReceiptContent {
  readonly language: Language;
  readonly title: string;
  readonly status: string;
  readonly facts: readonly ReceiptFact[];
  readonly lines: readonly {
    readonly position: string;
    readonly name: string;
    readonly sections: readonly { readonly title: string; readonly facts: readonly ReceiptFact[] }[];
  }[];
}
