import { Button } from 'antd'
import type { PaperMode } from '../../../shared/contract/papers.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { type CasePaper, casePaperRules, paperKey, papersOf } from '../../../shared/rules/casePapers.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
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
  const { view } = actions.form
  const frozen = view?.keptPapers.includes(paperKey(paper, part)) ?? false
  const onFile = paper === 'agreement' && !frozen && effectiveOn(data) !== null
  const lacks = casePaperRules[paper].lacks(data, part)
  const missing =
    lacks.length === 0
      ? ''
      : fill(t.pages.case.finalNeeds, { fields: inOneLine(lacks.map((path) => fieldLabel('dispute', path))) })
  const title = listedTitle(data, paper, part)
  if (onFile) return <OnFile title={title} onOpen={onOpen} />
  return (
    <>
      <h3>{title}</h3>
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

/** More than one paper of a kind is told apart by its place. */
function listedTitle(data: DisputeData, paper: CasePaper, part: number): string {
  const title = t.papers.titles[paper]
  return casePaperRules[paper].count(data) > 1 ? `${title} ${part + 1}` : title
}

/** Signed on paper before it was entered: only the blank form is ours to print. */
function OnFile({ title, onOpen }: { readonly title: string; readonly onOpen: (mode: PaperMode) => void }) {
  return (
    <>
      <h3>{title}</h3>
      <div className="paper-buttons">
        <Button onClick={() => onOpen('blank')}>{t.pages.case.blank}</Button>
      </div>
      <p className="quiet">{t.caseActs.onFileNote}</p>
    </>
  )
}
