const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A size as people say it: `812 B`, `1.2 MB`. */
export function bytesShown(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  const amount = bytes / 1024 ** step
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A UTC instant on the clock of this PC: `2026-01-05 09:10`. */
export function whenShown(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Running numbers in words: `3、5–8、11`. */
export function numbersShown(numbers: readonly number[]): string {
  const runs: (readonly [number, number])[] = []
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && n <= last[1] + 1) runs[runs.length - 1] = [last[0], n]
    else runs.push([n, n])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、')
}
