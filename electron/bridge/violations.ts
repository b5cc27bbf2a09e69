import type { Log } from '../core/host.ts'

/** What a browser reported of a refused load. */
export interface Violation {
  readonly directive: string
  readonly blocked: string
  readonly source: string
}
/** A page that goes wrong in a loop must not fill the memory. */
const kept = 100

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 300) : '')

/** Collects what browsers send to the policy's report address; a correct window sends nothing. */
export function createViolations(log: Log) {
  const seen: Violation[] = []
  /** Ignores what is not a report: anybody on this machine may send one. */
  function take(body: string): void {
    try {
      const report = (JSON.parse(body) as { 'csp-report'?: Readonly<Record<string, unknown>> })['csp-report']
      if (!report || seen.length >= kept) return
      const violation = {
        directive: text(report['effective-directive'] ?? report['violated-directive']),
        blocked: text(report['blocked-uri']),
        source: `${text(report['source-file'])}:${String(report['line-number'] ?? '')}`,
      }
      seen.push(violation)
      log('warn', 'content security policy violated', { ...violation })
    } catch {
      return
    }
  }
  return { take, all: (): readonly Violation[] => seen }
}
export type Violations = ReturnType<typeof createViolations>
