/** Numbers that look random and are the same every time: small, fast, and good enough for invented data (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed, 0x9e3779b1) >>> 0;
  }

  /** 32 bits. */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** From 0 to below `limit`, whole. */
  below(limit: number): number {
    return Math.floor((this.bits() / 0x1_0000_0000) * limit);
  }

  /** From `least` to `most`, whole. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.bits() < probability * 0x1_0000_0000;
  }

  pick<T>(entries: readonly [T, ...T[]]): T {
    return entries[this.below(entries.length)] ?? entries[0];
  }

  digits(count: number): string {
    let text = '';
    while (text.length < count) text += String(this.bits() % 10);
    return text;
  }

  /** In the form of a version 4 UUID. */
  uuid(): string {
    const [a, b, c, d] = [this.bits(), this.bits(), this.bits(), this.bits()];
    const variant = '89ab'.charAt(c >>> 30);
    return `${hex(a >>> 16)}${hex(a)}-${hex(b >>> 16)}-4${hex(b).slice(1)}-${variant}${hex(c >>> 16).slice(1)}-${hex(c)}${hex(d >>> 16)}${hex(d)}`;
  }
}

/** The low sixteen bits in four digits. */
function hex(bits: number): string {
  return (0x1_0000 + (bits & 0xffff)).toString(16).slice(1);
}
