import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { DossierView, ReviewRowView, ReviewView } from '../../../shared/contract/dossier.ts'
import { useAct, useCall } from '../../api/client.ts'
import { formatInstant, inOneLine } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { isMediationHead, useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { checkWords } from './dossierNames.ts'

const words = t.dossierDesk.review

interface Props {
  readonly id: string
  readonly checks: DossierView['checks']
  readonly name: (key: string) => string
  readonly onPrint: () => void
}

/** 卷宗评查: the office's score sheet; the head scores, everybody may read and print it. */
export function ReviewTab(props: Props) {
  const review = useCall('dossier.review', { ledger: 'dispute', id: props.id })
  if (review.error) return <ErrorNotice error={review.error} onRetry={() => void review.refetch()} />
  if (review.data === undefined) return <p className="loading">{t.common.loading}</p>
  return <Sheet {...props} review={review.data} onSaved={() => void review.refetch()} />
}

interface Score {
  readonly score: number | null
  readonly reason: string
}
const scoreOf = ({ score, reason }: ReviewRowView): Score => ({ score, reason: reason ?? '' })
const differs = (a: Score, b: Score): boolean => a.score !== b.score || a.reason.trim() !== b.reason
/** Points are taken off with a reason only. */
const lacksReason = ({ points }: ReviewRowView, { score, reason }: Score): boolean =>
  score !== null && score < points && reason.trim() === ''

interface SheetProps extends Props {
  readonly review: ReviewView
  readonly onSaved: () => void
}

/** What is typed into the sheet until it is saved. */
function useScoring({ id, checks, name, review, onSaved }: SheetProps) {
  const [typed, setTyped] = useState<Readonly<Record<string, Score>>>({})
  const save = useAct('dossier.saveReview')
  const reasonOf = useReasons(checks, name)
  const now = (row: ReviewRowView): Score => typed[row.key] ?? scoreOf(row)
  const change = (row: ReviewRowView, next: Score) => {
    save.reset()
    setTyped((before) => ({ ...before, [row.key]: next }))
  }
  const proposed = (row: ReviewRowView) => [row.key, { score: row.points - row.suggested, reason: reasonOf(row) }]
  const asProposed = () => setTyped(Object.fromEntries(review.rows.map(proposed)))
  const changed = review.rows.filter((row) => differs(now(row), scoreOf(row)))
  const put = () => {
    const scores = changed.map((row) => {
      const { score, reason } = now(row)
      return { key: row.key, score, reason: reason.trim() === '' ? null : reason.trim() }
    })
    save.mutate({ ledger: 'dispute', id, scores }, { onSuccess: onSaved })
  }
  return { now, change, asProposed, put, save, isChanged: changed.length > 0 }
}

function Sheet(props: SheetProps) {
  const { review, onPrint } = props
  const mayScore = isMediationHead(useSession())
  const { now, change, asProposed, put, save, isChanged } = useScoring(props)
  const isGood = review.rows.every((row) => !lacksReason(row, now(row)))
  return (
    <section className="panel review-sheet" aria-label={words.title}>
      <p className="quiet">{mayScore ? words.note : words.headOnly}</p>
      <Rows rows={review.rows} now={now} onChange={mayScore ? change : null} />
      <Total review={review} scores={review.rows.map(now)} />
      <div className="button-line">
        {mayScore && <Button onClick={asProposed}>{words.asProposed}</Button>}
        {mayScore && (
          <Button type="primary" loading={save.isPending} disabled={!isChanged || !isGood} onClick={put}>
            {t.settings.save}
          </Button>
        )}
        <Button disabled={isChanged} onClick={onPrint}>
          {words.print}
        </Button>
        <span role="status" className="saved-words">
          {save.isSuccess && t.settings.saved}
        </span>
      </div>
      <ErrorNotice error={save.error} onClose={save.reset} />
    </section>
  )
}

interface TotalProps {
  readonly review: ReviewView
  readonly scores: readonly Score[]
}
function Total({ review: { points, by, at }, scores }: TotalProps) {
  const isWhole = scores.every((s) => s.score !== null)
  const reached = scores.reduce((sum, s) => sum + (s.score ?? 0), 0)
  return (
    <p className="review-total">
      {fill(isWhole ? words.total : words.open, { reached, points })}
      {by !== null && at !== null && (
        <span className="quiet">{fill(words.scoredBy, { name: by, when: formatInstant(at) })}</span>
      )}
    </p>
  )
}

/** Characters of a reason. */
const longest = 200

/** What the checks found for a row, as the reason of its deduction. */
function useReasons(checks: DossierView['checks'], name: (key: string) => string): (row: ReviewRowView) => string {
  const settings = useCall('setting.all', {})
  return ({ key }) => {
    const codes = settings.data?.reviewRows.find((row) => row.key === key)?.checks ?? []
    const found = checks.filter((c) => codes.includes(c.code))
    // The row says what is wrong; of the papers only the names are needed.
    const said = found.map((c) => (c.item === null ? checkWords(c, name).replace(/。$/, '') : name(c.item)))
    return [...inOneLine([...new Set(said)])].slice(0, longest).join('')
  }
}

interface RowsProps {
  readonly rows: readonly ReviewRowView[]
  readonly now: (row: ReviewRowView) => Score
  /** Null for who only reads. */
  readonly onChange: ((row: ReviewRowView, next: Score) => void) | null
}
function Rows({ rows, now, onChange }: RowsProps) {
  const { columns } = words
  return (
    <table className="plain-table" aria-label={words.title}>
      <thead>
        <tr>
          {[columns.no, columns.text, columns.points, columns.suggested, columns.score, columns.reason].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.key}>
            <td>{i + 1}</td>
            <td>{row.text}</td>
            <td className="numeric">{row.points}</td>
            <td className={row.suggested > 0 ? 'numeric warn-words' : 'numeric'}>
              {row.suggested > 0 ? `－${row.suggested}` : ''}
            </td>
            <ScoreCells row={row} no={i + 1} score={now(row)} onChange={onChange} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellsProps extends Pick<RowsProps, 'onChange'> {
  readonly row: ReviewRowView
  readonly no: number
  readonly score: Score
}
function ScoreCells({ row, no, score, onChange }: CellsProps) {
  if (onChange === null)
    return (
      <>
        <td className="numeric">{score.score}</td>
        <td>{score.reason}</td>
      </>
    )
  return (
    <>
      <td>
        <InputNumber
          aria-label={`${words.columns.score} ${no}`}
          min={0}
          max={row.points}
          value={score.score}
          onChange={(n) => onChange(row, { ...score, score: n === null ? null : Math.round(n * 2) / 2 })}
        />
      </td>
      <td>
        <Input
          aria-label={`${words.columns.reason} ${no}`}
          maxLength={longest}
          value={score.reason}
          status={lacksReason(row, score) ? 'error' : ''}
          placeholder={lacksReason(row, score) ? words.reasonNeeded : ''}
          onChange={(e) => onChange(row, { ...score, reason: e.target.value })}
        />
      </td>
    </>
  )
}
