import { useState } from 'react'
import { wholeRoster } from '../../../shared/rules/rosterPapers.ts'
import { useCall } from '../../api/client.ts'
import { localToday } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { hrefOf } from '../../route.ts'
import { t } from '../../text.ts'
import { DayField } from './DayField.tsx'
import { groupWords, teamWords, unitWords } from './postWords.ts'
import { RosterTabs } from './RosterTabs.tsx'
import { ScopeFields } from './ScopeFields.tsx'
import '../../parts/Panel.css'

const words = t.roster

/** Groups without a head on a day. */
export function VacantPage() {
  const [on, setOn] = useState(localToday)
  const [scope, setScope] = useState(wholeRoster)
  const vacant = useCall('post.vacant', { ledger: 'post', on, ...scope })
  return (
    <div className="desk flow">
      <header className="desk-head">
        <h1>{words.tabs.vacant}</h1>
        <RosterTabs here="vacant" />
      </header>
      <fieldset className="plain scope-line" aria-label={words.scope}>
        <DayField id="vacant-on" label={words.on} value={on} onChange={setOn} />
        <ScopeFields scope={scope} onChange={setScope} />
      </fieldset>
      <p className="quiet">{words.vacantNote}</p>
      <ErrorNotice error={vacant.error} onRetry={() => void vacant.refetch()} />
      {vacant.data && (
        <PlainTable
          label={words.tabs.vacant}
          columns={[
            { key: 'team', title: words.columns.team, value: (v) => teamWords(v.team) },
            { key: 'unit', title: words.columns.unit, value: unitWords },
            { key: 'group', title: words.columns.group, value: groupWords },
            { key: 'since', title: words.columns.since, value: (v) => v.since },
            {
              key: 'last',
              title: words.columns.last,
              value: (v) => <a href={hrefOf('post', v.last)}>{v.lastName}</a>,
            },
            { key: 'reason', title: words.columns.reason, value: (v) => v.reason ?? '' },
          ]}
          rows={vacant.data.rows}
          keyOf={(v) => v.last}
          empty={words.vacantEmpty}
        />
      )}
    </div>
  )
}
