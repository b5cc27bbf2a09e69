import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { type CasePaper, papersOf } from '../../../shared/rules/casePapers.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import { waysFrom } from '../../../shared/rules/otherWays.ts'
import { codeLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { AgainForm } from './AgainForm.tsx'
import { dataOf } from './caseData.ts'
import type { PaperChoice } from './PapersPanel.tsx'
import { ReopenForm } from './ReopenForm.tsx'
import { firstValues, takeWay } from './takeWay.ts'
import { WayForm } from './WayForm.tsx'
import './CaseActs.css'

interface Props {
  readonly actions: FormActions
  readonly preview: (choice: PaperChoice) => void
  readonly onCorrect: () => void
}

interface Act {
  readonly key: string
  readonly label: string
  readonly render?: () => ReactNode
  /** Needs nothing more: done with the one click. */
  readonly run?: () => Promise<void>
}

/** Everything that may be done with the case beside the next step: other ends of it, and what comes after its end. */
export function CaseActs({ actions, preview, onCorrect }: Props) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const finish = (label: string) => {
    setChosen(null)
    setDone(label)
  }
  const acts = actsOf(actions, finish)
  const correctable = (actions.form.view?.frozenFields.length ?? 0) > 0
  const act = acts.find((a) => a.key === chosen)
  return (
    <section className="case-acts" aria-label={t.caseActs.title}>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.caseActs.title}
      </button>
      {open && (
        <>
          {acts.length === 0 && !correctable && <p className="quiet">{t.caseActs.none}</p>}
          <div className="act-buttons">
            {acts.map(({ key, label, run }) => (
              <Button
                key={key}
                size="small"
                aria-pressed={key === chosen}
                onClick={() => (run ? void run() : setChosen(key === chosen ? null : key))}
              >
                {label}
              </Button>
            ))}
            {correctable && (
              <Button size="small" onClick={onCorrect}>
                {t.caseActs.correct}
              </Button>
            )}
          </div>
          {act?.render && <div key={act.key}>{act.render()}</div>}
          {done !== null && <Done label={done} data={dataOf(actions)} preview={preview} />}
        </>
      )}
    </section>
  )
}

function actsOf(actions: FormActions, finish: (label: string) => void): readonly Act[] {
  const { saved, view } = actions.form
  const data = saved as unknown as DisputeData
  const ways = waysFrom(data).map((way): Act => {
    const label = codeLabel('stage', way.state)
    // 就地劝解 is over with its day: today, to be changed in the form where it was another.
    if (way.state === 'calmed')
      return {
        key: way.state,
        label,
        run: async () => {
          if (await takeWay(actions, way, firstValues(way, actions))) finish(label)
        },
      }
    return {
      key: way.state,
      label,
      render: () => <WayForm actions={actions} way={way} onDone={() => finish(label)} />,
    }
  })
  if (view === null) return ways
  const finished = data.closedOn !== null || data.filedOn !== null
  const { reopen } = t.pages.case.acts
  return [
    ...ways,
    ...(finished
      ? [
          {
            key: 'reopen',
            label: reopen,
            render: () => <ReopenForm actions={actions} onDone={() => finish(reopen)} />,
          },
        ]
      : []),
    ...(effectiveOn(data) === null
      ? []
      : [{ key: 'again', label: t.caseActs.again, render: () => <AgainForm actions={actions} /> }]),
  ]
}

/** Papers that go with an act just done. */
const ofActs: ReadonlySet<CasePaper> = new Set(['refusalNotice', 'transferLetter', 'terminationNotice'])

interface DoneProps {
  readonly label: string
  readonly data: DisputeData
  readonly preview: (choice: PaperChoice) => void
}
function Done({ label, data, preview }: DoneProps) {
  const papers = papersOf(data).filter(({ paper }) => ofActs.has(paper))
  return (
    <>
      <p role="status">{fill(t.caseActs.done, { act: label })}</p>
      {papers.map(({ paper, part }) => (
        <Button key={paper} onClick={() => preview({ paper, part, mode: 'final' })}>
          {fill(t.caseActs.print, { paper: t.papers.titles[paper] })}
        </Button>
      ))}
    </>
  )
}
