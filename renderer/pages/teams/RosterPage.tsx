import { Button, Checkbox } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { RosterPage as Answer } from '../../../shared/contract/posts.ts'
import type { Filter, Row } from '../../../shared/contract/records.ts'
import { type RosterScope, rosterAbout, wholeRoster } from '../../../shared/rules/rosterPapers.ts'
import { call } from '../../api/client.ts'
import { inOneLine, localToday } from '../../format.ts'
import { LedgerGrid, type PageQuery } from '../../ledger/LedgerGrid.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { go } from '../../route.ts'
import { fill, t } from '../../text.ts'
import { DayField } from './DayField.tsx'
import { teamWords } from './postWords.ts'
import { RosterTabs } from './RosterTabs.tsx'
import { ScopeFields } from './ScopeFields.tsx'
import '../../parts/Panel.css'

const words = t.roster
const ledger = 'post'

const filtersOf = (scope: RosterScope): readonly Filter[] =>
  (['team', 'village', 'department'] as const).flatMap((field) =>
    scope[field] === null ? [] : [{ field, op: 'equals' as const, value: scope[field] }],
  )

const sumWords = ({ byTeam, total }: Answer): string =>
  `${fill(words.total, { count: total })}：${inOneLine(
    byTeam.filter((b) => b.count > 0).map((b) => fill(words.ofTeam, { team: teamWords(b.team), count: b.count })),
  )}`

/** 名册: who serves on a day, counted by team, for the screen and for paper. */
export function RosterPage() {
  const [on, setOn] = useState(localToday)
  const [scope, setScope] = useState(wholeRoster)
  const [phones, setPhones] = useState(false)
  const [printing, setPrinting] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const filters = useMemo(() => filtersOf(scope), [scope])
  const fetchPage = useCallback(
    async (query: PageQuery) => {
      const page = await call('post.roster', { ledger, on, ...query })
      setAnswer(page)
      return page
    },
    [on],
  )
  const open = useCallback((row: Row) => go(ledger, row.id), [])
  if (printing) {
    const about = rosterAbout({ on, phones, ...scope })
    return <PaperPreview of={{ book: 'teams', paper: 'roster', about }} onClose={() => setPrinting(false)} />
  }
  return (
    <div className="list-page">
      <header className="list-bar">
        <h1>{words.tabs.roster}</h1>
        <RosterTabs here="roster" />
        <span className="spring" />
        <Checkbox checked={phones} onChange={(e) => setPhones(e.target.checked)}>
          {words.phones}
        </Checkbox>
        <Button type="primary" onClick={() => setPrinting(true)}>
          {words.print}
        </Button>
      </header>
      <fieldset className="plain scope-line" aria-label={words.scope}>
        <DayField id="roster-on" label={words.on} value={on} onChange={setOn} />
        <ScopeFields scope={scope} onChange={setScope} />
      </fieldset>
      <p role="status" className="quiet">
        {answer === null ? '' : answer.total === 0 ? words.rosterEmpty : sumWords(answer)}
      </p>
      <div className="list-body">
        <LedgerGrid {...{ ledger, filters, fetchPage }} onOpen={open} settingsKey="grid.roster" />
      </div>
    </div>
  )
}
