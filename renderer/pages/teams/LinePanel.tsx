import { useState } from 'react'
import type { PostFacts } from '../../../shared/contract/posts.ts'
import { type LineItem, leadersOn, lineOf } from '../../../shared/rules/tenures.ts'
import { useCall } from '../../api/client.ts'
import { inOneLine, localToday } from '../../format.ts'
import { DateInput } from '../../ledger/widgets/DateInput.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'
import { personWords } from './postWords.ts'

const words = t.roster.line

/** Who led this post's group and when, and who it was on a day somebody asks about. */
export function LinePanel({ id, isGroup }: { readonly id: string; readonly isGroup: boolean }) {
  const line = useCall('post.line', { ledger: 'post', id })
  const tenures = line.data?.tenures ?? []
  return (
    <section className="checks" aria-label={words.title}>
      <h3>{words.title}</h3>
      {!isGroup && tenures.length < 2 && <p className="quiet">{words.none}</p>}
      <ErrorNotice error={line.error} onRetry={() => void line.refetch()} />
      <ul className="line-list">
        {lineOf(tenures).map((item) => (
          <LineEntry key={item.kind === 'gap' ? item.from : item.tenure.id} item={item} here={id} />
        ))}
      </ul>
      {tenures.length > 0 && <AskDay tenures={tenures} />}
    </section>
  )
}

const termWords = ({ selectedOn, leftOn }: PostFacts): string => {
  const from = selectedOn ?? words.unknownDay
  return leftOn === null ? fill(words.termNow, { from }) : fill(words.term, { from, until: leftOn })
}

function LineEntry({ item, here }: { readonly item: LineItem<PostFacts>; readonly here: string }) {
  if (item.kind === 'gap') {
    const { from, until, days } = item
    return (
      <li className="gap">
        {until === null ? fill(words.gapNow, { from }) : fill(words.gap, { from, until, days: days ?? 0 })}
      </li>
    )
  }
  const { tenure } = item
  const isHere = tenure.id === here
  return (
    <li className={isHere ? 'here' : undefined}>
      {isHere ? <strong>{personWords(tenure)}</strong> : <a href={hrefOf('post', tenure.id)}>{personWords(tenure)}</a>}
      <div className="quiet">
        {termWords(tenure)}
        {tenure.leavingReason !== null && <> {fill(words.reason, { reason: tenure.leavingReason })}</>}
      </div>
    </li>
  )
}

/** 「2026-03-01 那天第 7 组是谁」. */
function AskDay({ tenures }: { readonly tenures: readonly PostFacts[] }) {
  const [day, setDay] = useState<string | null>(null)
  const [unread, setUnread] = useState(false)
  const names = day === null ? [] : leadersOn(tenures, day).map(personWords)
  const answer =
    names.length === 0
      ? fill(words.nobody, { day: day ?? '' })
      : fill(words.was, { day: day ?? '', names: inOneLine(names) })
  return (
    <>
      <label htmlFor="line-day">{words.ask}</label>
      <DateInput
        id="line-day"
        label={words.ask}
        today={localToday()}
        value={day}
        disabled={false}
        invalid={unread}
        onChange={setDay}
        onUnreadable={(code) => setUnread(code !== null)}
      />
      <p role="status">{unread ? t.roster.dayWrong : day === null ? '' : answer}</p>
    </>
  )
}
