import { Button } from 'antd'
import type { PaperMode } from '../../../shared/contract/papers.ts'
import { type CasePaper, casePaperRules, papersOf } from '../../../shared/rules/casePapers.ts'
import { inOneLine } from '../../format.ts'
import { fieldLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { dataOf } from './caseData.ts'

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

/** The papers of the case as it stands: a draft for the table, the final one, a blank one to fill by hand. */
export function PapersPanel({ actions, onPreview }: Props) {
  const { form, save } = actions
  const data = dataOf(actions)
  const open = async (choice: PaperChoice) => {
    if (form.dirty && (await save()) === null) return
    onPreview(choice)
  }
  if (form.view === null) return null
  return (
    <section className="papers" aria-label={t.pages.case.papers}>
      {papersOf(data).map(({ key, ...which }) => (
        <OnePaper key={key} actions={actions} {...which} onOpen={(mode) => void open({ ...which, mode })} />
      ))}
    </section>
  )
}

interface OneProps {
  readonly actions: FormActions
  readonly paper: CasePaper
  readonly part: number
  readonly onOpen: (mode: PaperMode) => void
}
function OnePaper({ actions, paper, part, onOpen }: OneProps) {
  const data = dataOf(actions)
  const frozen = actions.form.view?.frozenFields.includes('sealedOn') ?? false
  const lacks = casePaperRules[paper].lacks(data, part)
  const missing =
    lacks.length === 0
      ? ''
      : fill(t.pages.case.finalNeeds, { fields: inOneLine(lacks.map((path) => fieldLabel('dispute', path))) })
  return (
    <>
      <h3>{t.papers.titles[paper]}</h3>
      <div className="paper-buttons">
        <Button onClick={() => onOpen('draft')} disabled={frozen}>
          {t.pages.case.draft}
        </Button>
        <Button onClick={() => onOpen('final')} disabled={missing !== ''} title={missing}>
          {frozen ? t.pages.case.copy : t.pages.case.final}
        </Button>
        <Button onClick={() => onOpen('blank')}>{t.pages.case.blank}</Button>
      </div>
      {missing && <p className="quiet">{missing}</p>}
    </>
  )
}
