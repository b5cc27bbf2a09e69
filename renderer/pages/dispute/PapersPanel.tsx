import { useState } from 'react'
import type { PaperMode } from '../../../shared/contract/papers.ts'
import { type CasePaper, papersOf } from '../../../shared/rules/casePapers.ts'
import { type PaperStage, paperStageOf, paperStages, stageOfPaper } from '../../../shared/rules/paperStages.ts'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { dataOf } from './caseData.ts'
import { PaperLine } from './PaperLine.tsx'
import { ScansPanel } from './ScansPanel.tsx'
import './PapersPanel.css'

/** A paper of the open case, in one of its modes. */
export interface PaperChoice {
  readonly paper: CasePaper
  readonly part: number
  readonly mode: PaperMode
}

interface Props {
  readonly actions: FormActions
  readonly onPreview: (choice: PaperChoice) => void
}

/** The papers of the case by the stage of the work; those of the present stage stand open on top, the rest folded. */
export function PapersPanel({ actions, onPreview }: Props) {
  const { form, save } = actions
  const now = paperStageOf(dataOf(actions))
  const open = async (choice: PaperChoice) => {
    if (form.dirty && (await save()) === null) return
    onPreview(choice)
  }
  if (form.view === null) return null
  return (
    <section className="papers" aria-label={t.pages.case.papers}>
      {[now, ...paperStages.filter((s) => s !== now)].map((stage) => (
        <Stage
          key={stage}
          stage={stage}
          begin={stage === now}
          actions={actions}
          onOpen={(choice) => void open(choice)}
        />
      ))}
      <ScansPanel actions={actions} />
      <p className="paper-links">
        <a href={hrefOf('dossier', form.view.id)}>{t.paperDesk.toDossier}</a>
        <a href={hrefOf('blanks')}>{t.paperDesk.toBlanks}</a>
      </p>
    </section>
  )
}

interface StageProps {
  readonly stage: PaperStage
  readonly begin: boolean
  readonly actions: FormActions
  readonly onOpen: (choice: PaperChoice) => void
}
function Stage({ stage, begin, actions, onOpen }: StageProps) {
  const [open, setOpen] = useState(begin)
  const papers = papersOf(dataOf(actions)).filter(({ paper }) => stageOfPaper(paper) === stage)
  // A stage without papers is told of only while it is the present one.
  if (papers.length === 0 && !begin) return null
  const name = fill(t.paperDesk.stageCount, { stage: t.paperDesk.stages[stage], count: papers.length })
  return (
    <div className="paper-stage">
      <button type="button" className="stage-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden>{open ? '▾' : '▸'}</span> {name}
      </button>
      {open && papers.length === 0 && <p className="quiet">{t.paperDesk.none}</p>}
      {open && (
        <ul className="paper-lines">
          {papers.map(({ key, paper, part }) => (
            <PaperLine
              key={key}
              actions={actions}
              paper={paper}
              part={part}
              onOpen={(mode) => onOpen({ paper, part, mode })}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
