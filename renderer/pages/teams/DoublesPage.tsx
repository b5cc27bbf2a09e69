import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { type Pair, type PostFacts, pairDecisions } from '../../../shared/contract/posts.ts'
import { useAct, useCall } from '../../api/client.ts'
import { formatInstant, inOneLine } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { hrefOf } from '../../route.ts'
import { codeLabel, fieldLabel, fill, t } from '../../text.ts'
import { groupWords, postWords, teamWords } from './postWords.ts'
import { RosterTabs } from './RosterTabs.tsx'
import '../../parts/Panel.css'

const words = t.roster.doubles
type Which = 'open' | 'decided'

/** 疑似重复: two side by side; the clerk decides, the program merges nothing. */
export function DoublesPage() {
  const [which, setWhich] = useState<Which>('open')
  const pairs = useCall('post.doubles', { ledger: 'post', decided: which === 'decided' })
  const total = pairs.data?.[which] ?? 0
  const shown = pairs.data?.rows.length ?? 0
  return (
    <div className="desk flow">
      <header className="desk-head">
        <h1>{t.roster.tabs.doubles}</h1>
        <RosterTabs here="doubles" />
      </header>
      <p className="quiet">{words.note}</p>
      <Segmented<Which>
        aria-label={t.roster.tabs.doubles}
        value={which}
        onChange={setWhich}
        options={(['open', 'decided'] as const).map((value) => ({
          value,
          label: fill(words[value], { count: pairs.data?.[value] ?? 0 }),
        }))}
        style={{ alignSelf: 'start' }}
      />
      <ErrorNotice error={pairs.error} onRetry={() => void pairs.refetch()} />
      {pairs.data && shown === 0 && (
        <p className="plain-empty">{which === 'open' ? words.empty : words.decidedEmpty}</p>
      )}
      {pairs.data?.rows.map((pair) => (
        <PairCard key={pair.a.id + pair.b.id} pair={pair} />
      ))}
      {total > shown && <p className="quiet">{fill(words.more, { shown })}</p>}
    </div>
  )
}

const rows: readonly (readonly [string, (p: PostFacts) => string])[] = [
  [fieldLabel('post', 'name'), (p) => p.name],
  [fieldLabel('post', 'team'), (p) => teamWords(p.team)],
  [fieldLabel('post', 'groupNo'), groupWords],
  [fieldLabel('post', 'village'), (p) => p.village ?? ''],
  [fieldLabel('post', 'department'), (p) => p.department ?? ''],
  [fieldLabel('post', 'sex'), (p) => (p.sex === null ? '' : codeLabel('sex', p.sex))],
  [fieldLabel('post', 'birthYear'), (p) => String(p.birthYear ?? '')],
  [fieldLabel('post', 'idNumber'), (p) => p.idNumber ?? ''],
  [fieldLabel('post', 'phone'), (p) => p.phone ?? ''],
  [fieldLabel('post', 'selectedOn'), (p) => p.selectedOn ?? ''],
]

function PairCard({ pair }: { readonly pair: Pair }) {
  const { a, b, reasons, decided } = pair
  const names = fill(words.pair, { a: a.name, b: b.name })
  return (
    <section className="pair" aria-label={names}>
      <h3>
        {names} <span className="warn-words">{inOneLine(reasons.map((r) => words.reasons[r]))}</span>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            {[a, b].map((p) => (
              <th key={p.id} scope="col">
                <a href={hrefOf('post', p.id)} title={words.openHint}>
                  {fill(words.open1, { name: p.name, group: postWords(p) })}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {[a, b].map((p) => (
                <td key={p.id} className={value(a) !== '' && value(a) === value(b) ? 'same' : undefined}>
                  {value(p)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {decided !== null && (
        <p className="quiet">
          {fill(words.by, {
            name: decided.by,
            when: formatInstant(decided.at),
            decision: words.decisions[decided.decision],
          })}
        </p>
      )}
      <PairButtons pair={pair} />
    </section>
  )
}

function PairButtons({ pair: { a, b, decided } }: { readonly pair: Pair }) {
  const decide = useAct('post.decidePair')
  const pair = { ledger: 'post', a: a.id, b: b.id } as const
  return (
    <>
      <div className="button-line">
        {decided === null ? (
          pairDecisions.map((decision) => (
            <Button
              key={decision}
              size="small"
              loading={decide.isPending}
              onClick={() => decide.mutate({ ...pair, decision })}
            >
              {words.decisions[decision]}
            </Button>
          ))
        ) : (
          <Button size="small" loading={decide.isPending} onClick={() => decide.mutate({ ...pair, decision: null })}>
            {words.back}
          </Button>
        )}
      </div>
      <ErrorNotice error={decide.error} />
    </>
  )
}
