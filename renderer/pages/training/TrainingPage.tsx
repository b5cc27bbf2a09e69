import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import type { TrainingData } from '../../../shared/ledgers/training.ts'
import { trainingStage } from '../../../shared/rules/training.ts'
import { useCall } from '../../api/client.ts'
import { useAltKey } from '../../keys.ts'
import { ChecksPanel } from '../../ledger/ChecksPanel.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { OpenedRecord, type RecordPageProps } from '../ledger/RecordPage.tsx'

const words = t.trainings
const papers = ['signSheet', 'trainingRecord', 'signSheetBlank'] as const
type Paper = (typeof papers)[number]

const dataOf = ({ form }: FormActions): TrainingData => form.data as unknown as TrainingData

/** 培训: planned and recorded in one form, with its papers and what the register says of it beside. */
export function TrainingPage(props: RecordPageProps) {
  const [paper, setPaper] = useState<Paper | null>(null)
  return (
    <OpenedRecord
      {...props}
      slots={{
        sections: ledgerOf('training').form,
        over: ({ form }) =>
          paper === null || (form.view === null && paper !== 'signSheetBlank') ? null : (
            <PaperPreview
              of={{ book: 'teams', paper, about: paper === 'signSheetBlank' ? null : (form.view?.id ?? null) }}
              onClose={() => setPaper(null)}
            />
          ),
        right: (actions) => (
          <>
            <NextPanel actions={actions} />
            <PapersPanel actions={actions} onOpen={setPaper} />
            <Checks actions={actions} />
          </>
        ),
      }}
    />
  )
}

/** What is to be done next: 计划, 到场, 归卷. */
function NextPanel({ actions }: { readonly actions: FormActions }) {
  const data = dataOf(actions)
  const stage = trainingStage(data)
  const isDue = stage === 'planned' && data.heldOn !== null && data.heldOn <= actions.form.tools.today
  const said = isDue ? words.next.due : words.next[stage]
  const tick = useCallback(() => actions.goTo('attendances'), [actions])
  useAltKey('n', tick)
  return (
    <section className="training-side" aria-label={words.next.title}>
      <p>{said}</p>
      {isDue && data.form !== 'handbook' && (
        <Button type="primary" onClick={tick} aria-keyshortcuts="Alt+N">
          {`${words.next.tick}（Alt+N）`}
        </Button>
      )}
      {stage === 'held' && <Button onClick={() => actions.goTo('signSheetFiled')}>{words.next.file}</Button>}
    </section>
  )
}

interface PapersProps {
  readonly actions: FormActions
  readonly onOpen: (paper: Paper) => void
}
/** What is typed is saved on the way to a paper; a blank one has nothing of it. */
function PapersPanel({ actions: { form, save }, onOpen }: PapersProps) {
  const open = async (paper: Paper) => {
    const isUnsaved = form.dirty || form.view === null
    if (paper !== 'signSheetBlank' && isUnsaved && (await save()) === null) return
    onOpen(paper)
  }
  useAltKey('p', () => void open('signSheet'))
  return (
    <section className="training-side" aria-label={words.papers.title}>
      <h3>{words.papers.title}</h3>
      {papers.map((paper) => (
        <Button
          key={paper}
          onClick={() => void open(paper)}
          {...(paper === 'signSheet' && { 'aria-keyshortcuts': 'Alt+P' })}
        >
          {paper === 'signSheet' ? `${words.papers[paper]}（Alt+P）` : words.papers[paper]}
        </Button>
      ))}
      <p className="quiet">{words.papers.sheetNote}</p>
    </section>
  )
}

/** The form's own checks, and what only the register knows: posts not held on the day, 第几次 given twice. */
function Checks({ actions }: { readonly actions: FormActions }) {
  const { form, goTo } = actions
  const { heldOn, endsOn, ordinal, teams, audiences, attendances } = dataOf(actions)
  const asked = {
    ...{ ledger: 'training' as const, id: form.view?.id ?? null, heldOn, endsOn, ordinal },
    teams: [...(teams ?? [])],
    audiences: audiences.flatMap((a) => a.unit ?? []),
    members: attendances.map(({ member, name }) => ({ member, name: member === null ? null : name })),
  }
  const { data: found } = useCall('training.check', asked)
  return <ChecksPanel ledger="training" problems={[...form.problems, ...(found ?? [])]} onGo={goTo} />
}
