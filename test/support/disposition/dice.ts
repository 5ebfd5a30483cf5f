// Draws that look random and are the same for the same seed.

export class Dice {
  #state: number

  constructor(seed: number) {
    // The first draws of neighbouring seeds are alike: they are thrown away.
    this.#state = Math.imul(seed, 2654435761) >>> 0
    for (let at = 0; at < 8; at += 1) this.below(2)
  }

  /** A whole number from 0, below another. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  /** Whether something happens that happens once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0
  }

  /** One of them; undefined of none. */
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)]
  }
}
