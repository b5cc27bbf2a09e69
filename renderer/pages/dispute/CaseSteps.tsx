import { useCallback, useRef } from 'react'
import type { Problem } from '../../../shared/errors.ts'
import { type DisputeData, dispute } from '../../../shared/ledgers/dispute.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import type { Settings } from '../../../shared/settings.ts'
import { useAltKey } from '../../keys.ts'
import { sectionLabel } from '../../ledger/LedgerForm.tsx'
import { fill, t } from '../../text.ts'

interface Props {
  readonly data: DisputeData
  readonly problems: readonly Problem[]
  readonly caseNoAt: Settings['caseNoAt']
  readonly current: string
  readonly onOpen: (key: string) => void
}

/** When each step is behind the case. */
const isDone: Readonly<Record<string, (d: DisputeData, caseNoAt: Settings['caseNoAt']) => boolean>> = {
  registration: (d) => d.typeJustice !== null && d.summary !== null && d.parties.length > 0,
  acceptance: (d, caseNoAt) => d.acceptanceDate !== null && (d.caseNo !== null || caseNoAt === 'filing'),
  mediation: (d) => d.sessions.length > 0,
  agreement: (d) => d.result !== null,
  effect: (d) => effectiveOn(d) !== null,
  performance: (d) => d.performanceState !== null,
  filing: (d) => d.closedOn !== null && d.filedOn !== null,
}

/** The way of a case as a list of steps; each says in words how far it is. */
export function CaseSteps({ data, problems, caseNoAt, current, onOpen }: Props) {
  useStepKeys(current, onOpen)
  return (
    <nav className="case-steps" title={t.pages.case.stepKeys} aria-label={t.pages.case.steps}>
      <ol>
        {dispute.form.map((section, i) => {
          const open = problems.filter(
            (p) => p.severity === 'error' && (section.fields as readonly string[]).includes(p.path.split('.')[0] ?? ''),
          ).length
          const done = isDone[section.key]?.(data, caseNoAt) ?? false
          const words = open > 0 ? fill(t.pages.case.stepOpen, { count: open }) : done ? t.pages.case.stepDone : ''
          return (
            <li key={section.key}>
              <button
                type="button"
                aria-current={section.key === current ? 'step' : undefined}
                onClick={() => onOpen(section.key)}
              >
                <span className="step-mark" aria-hidden>
                  {done && open === 0 ? '✓' : i + 1}
                </span>
                <span>
                  {sectionLabel('dispute', section.key)}
                  {words && <small>{words}</small>}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** Alt+PageDown and Alt+PageUp lead to the step after and before. */
function useStepKeys(current: string, onOpen: (key: string) => void): void {
  const latest = useRef({ current, onOpen })
  latest.current = { current, onOpen }
  const go = useCallback((by: 1 | -1) => {
    const at = dispute.form.findIndex((s) => s.key === latest.current.current)
    const to = dispute.form[at + by]
    if (to !== undefined) latest.current.onOpen(to.key)
  }, [])
  useAltKey(
    'PageDown',
    useCallback(() => go(1), [go]),
  )
  useAltKey(
    'PageUp',
    useCallback(() => go(-1), [go]),
  )
}
