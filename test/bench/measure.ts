/** Times in milliseconds. */
export interface Timed {
  readonly median: number
  readonly p95: number
  readonly max: number
}
export interface Both {
  readonly ours: Timed
  readonly bare: Timed
}
type Work = () => unknown

export function timedOf(samples: readonly number[]): Timed {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), max: at(1) }
}

export async function once(work: Work): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const warmUps = 2
/** Both sides in turn, so that a busy moment of the machine meets both; the first rounds do not count. */
export async function interleaved(rounds: number, ours: Work, bare: Work): Promise<Both> {
  const samples = { ours: [] as number[], bare: [] as number[] }
  for (let i = -warmUps; i < rounds; i += 1) {
    const isOursFirst = i % 2 === 0
    const first = await once(isOursFirst ? ours : bare)
    const second = await once(isOursFirst ? bare : ours)
    if (i < 0) continue
    samples.ours.push(isOursFirst ? first : second)
    samples.bare.push(isOursFirst ? second : first)
  }
  return { ours: timedOf(samples.ours), bare: timedOf(samples.bare) }
}
