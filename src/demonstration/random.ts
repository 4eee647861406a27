/** Chance that can be repeated: the same seed gives the same nation on every machine. */

export interface Chance {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from 0 to below `below`. */
  whole(below: number): number
  /** One of them. */
  pick<Item>(items: readonly Item[]): Item
  bytes(count: number): Uint8Array
  uuid(): string
}

/** Chance from a seed, by mulberry32 (Tommy Ettinger, public domain): small, and good enough to invent a nation. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number) => Math.floor(next() * below)
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => whole(256))
  return {
    next,
    whole,
    bytes,
    pick: (items) => {
      const item = items[whole(items.length)]
      if (item === undefined) throw new Error('there is nothing to pick from')
      return item
    },
    uuid: () => uuidFrom(bytes(16)),
  }
}

function uuidFrom(bytes: Uint8Array): string {
  const hex = [...bytes]
    .map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
