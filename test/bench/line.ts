/** One comparison of the bench: what the program takes against what it is measured by. */
export interface Line {
  readonly area: string
  readonly name: string
  /** Cases in the register, or null where that does not matter. */
  readonly cases: number | null
  /** Rows that came back: lines that brought different numbers of them say nothing of growth. */
  readonly rows?: number
  readonly unit: 'ms' | 'MB' | 'keys'
  readonly ours: number
  readonly bare: number
  /** Most that `ours` may be of `bare`; null where a number is only told. */
  readonly target: number | null
}

export const ratioOf = (line: Line): number => line.ours / line.bare
export const isMet = (line: Line): boolean => line.target === null || ratioOf(line) <= line.target

/** A difference nobody can feel or this machine measure: told as such, because its ratio says nothing. */
const imperceptible = 0.3
const isSmall = (line: Line): boolean =>
  line.unit === 'ms' && line.ours - line.bare * Math.max(1, line.target ?? 1) < imperceptible && (line.target ?? 1) >= 1
export type Verdict = 'ok' | 'miss' | 'small' | ''
export function verdictOf(line: Line): Verdict {
  if (line.target === null) return ''
  if (isMet(line)) return 'ok'
  return isSmall(line) ? 'small' : 'miss'
}

const places = (n: number): string => (n >= 100 ? n.toFixed(0) : n.toFixed(n >= 10 ? 1 : 2))

function cells(line: Line): readonly string[] {
  const target = line.target === null ? '' : `≤ ${line.target}×`
  const numbers = [
    `${places(line.ours)} ${line.unit}`,
    `${places(line.bare)} ${line.unit}`,
    `${places(ratioOf(line))}×`,
  ]
  return [line.area, line.name, line.cases?.toLocaleString('en') ?? '', ...numbers, target, verdictOf(line)]
}

const head = ['area', 'what', 'cases', 'ours', 'against', 'ratio', 'target', '']
/** As a table for people. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [head, ...lines.map(cells)]
  const widths = head.map((_, i) => Math.max(...rows.map((r) => r[i]?.length ?? 0)))
  const isNumber = (i: number) => i >= 2 && i <= 6
  const padded = (cell: string, i: number) => {
    const width = widths[i] ?? 0
    return isNumber(i) ? cell.padStart(width) : cell.padEnd(width)
  }
  return rows.map((r) => r.map(padded).join('  ').trimEnd()).join('\n')
}

/** The largest register against the smallest, of lines that were measured at every size. */
export function growth(lines: readonly Line[], target: number): readonly Line[] {
  const byName = Map.groupBy(lines, (l) => l.name)
  return [...byName.values()].flatMap((same) => {
    const sorted = [...same].sort((a, b) => (a.cases ?? 0) - (b.cases ?? 0))
    const [small, large] = [sorted[0], sorted.at(-1)]
    if (!small || !large || small === large || small.rows !== large.rows) return []
    return [{ ...large, area: `${large.area}, growth`, bare: small.ours, target }]
  })
}
