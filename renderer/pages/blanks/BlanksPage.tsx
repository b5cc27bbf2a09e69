import { useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { type BlankForm, blankForms, mostBlankCopies } from '../../../shared/contract/blankPapers.ts'
import { committeesOn } from '../../../shared/rules/committees.ts'
import { type PaperStage, paperStages, stageOfPaper } from '../../../shared/rules/paperStages.ts'
import { call, useCall } from '../../api/client.ts'
import { localToday } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { fill, t } from '../../text.ts'
import { type Copies, readCopies, setOf, totalOf } from './blankSet.ts'
import '../../parts/Panel.css'
import './BlanksPage.css'

const words = t.paperDesk.blanks
/** The set last printed by this user comes back the next time. */
const rememberedAs = 'blanks'

/** 空白表: a set of blank forms in chosen copies, for a mediator who goes out; it needs no case. */
export function BlanksPage() {
  const settings = useCall('setting.all', {})
  const remembered = useCall('window.get', { key: rememberedAs })
  const error = settings.error ?? remembered.error
  if (error) return <ErrorNotice error={error} />
  if (settings.data === undefined || remembered.data === undefined) return <p className="loading">{t.common.loading}</p>
  const committees = committeesOn(settings.data, localToday()).map((c) => c.name)
  return <Blanks committees={committees} begin={readCopies(remembered.data)} />
}

interface Props {
  readonly committees: readonly string[]
  readonly begin: Copies
}
function Blanks({ committees, begin }: Props) {
  const [copies, setCopies] = useState(begin)
  const [committee, setCommittee] = useState(committees[0] ?? '')
  const [showing, setShowing] = useState(false)
  const queries = useQueryClient()
  const total = totalOf(copies)
  const set = { book: 'mediation', committee, papers: setOf(copies) } as const
  if (showing) return <PaperPreview of={set} onClose={() => setShowing(false)} />
  const show = () => {
    setShowing(true)
    queries.setQueryData(['window.get', { key: rememberedAs }], copies)
    // Only a comfort: a refusal must not stand in the way of printing.
    void call('window.set', { key: rememberedAs, value: copies }).catch(() => undefined)
  }
  return (
    <div className="desk flow">
      <header className="desk-head">
        <h1>{words.title}</h1>
        {committees.length > 1 && (
          <Select
            aria-label={words.committee}
            className="blank-committee"
            value={committee}
            options={committees.map((value) => ({ value, label: value }))}
            onChange={setCommittee}
          />
        )}
        <span className="spring" />
        <Button disabled={total === 0} onClick={() => setCopies({})}>
          {words.clear}
        </Button>
        <Button type="primary" disabled={total === 0 || total > mostBlankCopies} onClick={show}>
          {fill(words.show, { count: total })}
        </Button>
      </header>
      <p className="quiet">{words.intro}</p>
      {total > mostBlankCopies && <p className="field-problem">{fill(words.tooMany, { most: mostBlankCopies })}</p>}
      <div className="blank-stages">
        {paperStages.map((stage) => (
          <Stage key={stage} stage={stage} copies={copies} onChange={setCopies} />
        ))}
      </div>
    </div>
  )
}

interface StageProps {
  readonly stage: PaperStage
  readonly copies: Copies
  readonly onChange: (copies: Copies) => void
}
function Stage({ stage, copies, onChange }: StageProps) {
  const papers = blankForms.filter((paper) => stageOfPaper(paper) === stage)
  if (papers.length === 0) return null
  return (
    <fieldset className="panel blank-stage">
      <legend>{t.paperDesk.stages[stage]}</legend>
      {papers.map((paper) => (
        <CopiesLine
          key={paper}
          paper={paper}
          value={copies[paper] ?? 0}
          onChange={(n) => onChange({ ...copies, [paper]: n })}
        />
      ))}
    </fieldset>
  )
}

const ofDossier = { catalogue: t.dossier.items.catalogue, reviewSheet: t.dossierDesk.review.title }
const titleOf = (form: BlankForm): string => ({ ...t.papers.titles, ...ofDossier })[form]

interface LineProps {
  readonly paper: BlankForm
  readonly value: number
  readonly onChange: (copies: number) => void
}
function CopiesLine({ paper, value, onChange }: LineProps) {
  const id = `blank-${paper}`
  return (
    <div className={value > 0 ? 'blank-line wanted' : 'blank-line'}>
      <label htmlFor={id}>{titleOf(paper)}</label>
      <InputNumber
        id={id}
        size="small"
        min={0}
        max={20}
        precision={0}
        value={value}
        suffix={words.unit}
        onChange={(n) => onChange(n ?? 0)}
      />
    </div>
  )
}
