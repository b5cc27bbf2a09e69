/** Repeatable chance: the same seed gives the same samples on every machine. Never for keys or salts. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number
  /** A whole number between both ends, ends included. */
  readonly int: (min: number, max: number) => number
  /** The list must not be empty. */
  readonly pick: <const T>(items: readonly T[]) => T
  readonly chance: (probability: number) => boolean
  readonly shuffled: <T>(items: readonly T[]) => readonly T[]
}

/** mulberry32: 32 bits of state are plenty for samples. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    pick: <const T>(items: readonly T[]) => items[int(0, items.length - 1)] as T,
    chance: (probability) => next() < probability,
    shuffled: (items) =>
      items
        .map((item) => [next(), item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item),
  }
}
