const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A size as people say it: `812 B`, `1.2 MB`. */
export function bytesShown(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  const amount = bytes / 1024 ** step
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`
}

/** Running numbers in words: `3、5–8、11`. */
export function numbersShown(numbers: readonly number[]): string {
  const runs: (readonly [number, number])[] = []
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && n <= last[1] + 1) runs[runs.length - 1] = [last[0], n]
    else runs.push([n, n])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、')
}
