import type { LineValues } from '~/contract/order-line';
import { notFound } from '~/mock-api/wire/api-refusal';
import type { StoredCart } from './stored-order';
import { StoredLine, toRow, type LineContent, type LineStatus } from './stored-order';
import { toFrenchDay, type Moment } from '~/mock-api/wire/wire-times';

/** Everything that the API remembers. Lives in memory and ends with the process. */
export class Store {
  readonly #carts = new Map<string, StoredCart>();
  readonly #lines = new Map<string, StoredLine>();
  #version = 0;
  #references = 0;

  /** Grows with every change of a line, so that a cache over the lines can see that it is old. */
  get version(): number {
    return this.#version;
  }

  /** In the order in which they came. */
  carts(): StoredCart[] {
    return [...this.#carts.values()];
  }

  /** In the order in which they came. */
  lines(): StoredLine[] {
    return [...this.#lines.values()];
  }

  /** Throws a 404 when there is none. */
  cart(id: string | undefined): StoredCart {
    const cart = this.#carts.get(id ?? '');
    if (!cart) throw notFound();
    return cart;
  }

  /** Throws a 404 when there is none. */
  line(id: string | undefined): StoredLine {
    const line = this.#lines.get(id ?? '');
    if (!line) throw notFound();
    return line;
  }

  findCart(id: string | undefined): StoredCart | undefined {
    return this.#carts.get(id ?? '');
  }

  findLine(idOrExternalId: string): StoredLine | undefined {
    return (
      this.#lines.get(idOrExternalId) ?? this.lines().find((line) => line.row.external_id === idOrExternalId)
    );
  }

  addCart(cart: StoredCart): StoredCart {
    this.#carts.set(cart.id, cart);
    return cart;
  }

  addLine(cart: StoredCart, id: string, content: LineContent): StoredLine {
    return this.putLine(new StoredLine(cart, toRow(id, cart.id, content), () => content));
  }

  putLine(line: StoredLine): StoredLine {
    line.cart.lines.push(line);
    this.#lines.set(line.id, line);
    this.#version += 1;
    return line;
  }

  /** Changes a line without asking any rule, as a colleague or the operator could; also the way the API writes. */
  changeLine(id: string, changes: { values?: Partial<LineValues>; status?: Partial<LineStatus> }): void {
    const line = this.line(id);
    line.content = {
      values: { ...line.content.values, ...changes.values },
      status: { ...line.content.status, ...changes.status },
    };
    this.#version += 1;
  }

  removeLine(id: string): void {
    const line = this.line(id);
    line.cart.lines = line.cart.lines.filter((other) => other !== line);
    this.#lines.delete(id);
    this.#version += 1;
  }

  removeCart(id: string): void {
    for (const line of this.cart(id).lines) this.removeLine(line.id);
    this.#carts.delete(id);
  }

  /** The next reference, in the form of the document's examples: `PO_DC173_20250423_003363`. */
  nextReference(at: Moment): string {
    this.#references += 1;
    return toReference(at, this.#references);
  }
}

export function toReference(at: Moment, number: number): string {
  return `PO_DC173_${toFrenchDay(at).replaceAll('-', '')}_${String(number).padStart(6, '0')}`;
}
