import { Button } from 'antd'
import { useState } from 'react'
import type { PaperMode } from '../../../shared/contract/papers.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { type CasePaper, casePaperRules, paperKey } from '../../../shared/rules/casePapers.ts'
import { effectiveOn } from '../../../shared/rules/effect.ts'
import { inOneLine } from '../../format.ts'
import { fieldLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { dataOf } from './caseData.ts'
import { paperDetail } from './paperNames.ts'

interface Props {
  readonly actions: FormActions
  readonly paper: CasePaper
  readonly part: number
  readonly onOpen: (mode: PaperMode) => void
}

/** `lacking` still needs fields; `onFile` was signed on paper before, so that only its blank form is ours to print. */
type LineState = 'frozen' | 'onFile' | 'lacking' | 'ready'

function stateOf(
  data: DisputeData,
  { paper, part }: Pick<Props, 'paper' | 'part'>,
  kept: readonly string[],
): LineState {
  if (kept.includes(paperKey(paper, part))) return 'frozen'
  if (paper === 'agreement' && effectiveOn(data) !== null) return 'onFile'
  return casePaperRules[paper].lacks(data, part).length > 0 ? 'lacking' : 'ready'
}

/** One paper: its name, how it stands, one obvious button; drafts and blank forms one step behind it. */
export function PaperLine({ actions, paper, part, onOpen }: Props) {
  const [more, setMore] = useState(false)
  const data = dataOf(actions)
  const lacks = casePaperRules[paper].lacks(data, part)
  const state = stateOf(data, { paper, part }, actions.form.view?.keptPapers ?? [])
  const title = t.papers.titles[paper]
  const detail = paperDetail(data, paper, part)
  const name = detail === '' ? title : `${title} ${detail}`
  return (
    <li aria-label={name}>
      <div className="paper-line">
        <span>
          {title}
          {detail !== '' && <small>{detail}</small>}
          <small className={state === 'lacking' ? 'warn-words' : 'quiet'}>{stateWords(state, lacks)}</small>
        </span>
        <MainButton state={state} onFill={() => actions.goTo(lacks[0] ?? '')} onOpen={onOpen} />
        {state !== 'onFile' && (
          <Button size="small" type="text" aria-expanded={more} onClick={() => setMore(!more)}>
            {t.paperDesk.more}
          </Button>
        )}
      </div>
      {more && <Others state={state} onOpen={onOpen} />}
    </li>
  )
}

function stateWords(state: LineState, lacks: readonly string[]): string {
  if (state !== 'lacking') return t.paperDesk[state]
  return fill(t.paperDesk.lacks, { fields: inOneLine(lacks.map((path) => labelOf(path))) })
}

/** `extensions.0.until` is labelled as every 延期 is. */
const labelOf = (path: string): string => fieldLabel('dispute', path.replace(/\.\d+(?=\.|$)/g, ''))

interface MainProps extends Pick<Props, 'onOpen'> {
  readonly state: LineState
  readonly onFill: () => void
}
function MainButton({ state, onFill, onOpen }: MainProps) {
  if (state === 'lacking')
    return (
      <Button size="small" onClick={onFill}>
        {t.paperDesk.fillIn}
      </Button>
    )
  if (state === 'onFile')
    return (
      <Button size="small" title={t.caseActs.onFileNote} onClick={() => onOpen('blank')}>
        {t.paperDesk.blank}
      </Button>
    )
  return (
    <Button size="small" type="primary" ghost onClick={() => onOpen('final')}>
      {state === 'frozen' ? t.paperDesk.printCopy : t.paperDesk.print}
    </Button>
  )
}

function Others({ state, onOpen }: Pick<MainProps, 'state' | 'onOpen'>) {
  return (
    <div className="paper-buttons">
      {state !== 'frozen' && (
        <Button size="small" onClick={() => onOpen('draft')}>
          {t.paperDesk.draft}
        </Button>
      )}
      <Button size="small" onClick={() => onOpen('blank')}>
        {t.paperDesk.blank}
      </Button>
    </div>
  )
}
