import { Button } from 'antd'
import { useState } from 'react'
import type { DossierStanding } from '../../../shared/contract/dossierList.ts'
import type { Filter, Row } from '../../../shared/contract/records.ts'
import type { CaseState } from '../../../shared/rules/caseLife.ts'
import { useCall } from '../../api/client.ts'
import { inOneLine } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { goInstead, hrefOf } from '../../route.ts'
import { codeLabel, fieldLabel, fill, t } from '../../text.ts'
import '../../parts/Panel.css'
import './dossier.css'

const words = t.dossierDesk

/** Cases by how near their dossier is to the shelf; an open case has its dossier from 受理. */
const groups = ['closed', 'open', 'archived'] as const
export type DossierGroup = (typeof groups)[number]
const statesOf: Readonly<Record<DossierGroup, readonly CaseState[]>> = {
  closed: ['closed'],
  open: [
    ...(['accepted', 'investigating', 'mediating', 'agreed', 'performing', 'followedUp'] as const),
    ...(['failed', 'refused', 'withdrawn', 'transferred', 'terminated'] as const),
  ],
  archived: ['archived'],
}
const isGroup = (name: string | undefined): name is DossierGroup => groups.some((g) => g === name)

/** Cases shown at once. */
const step = 50

/** 卷宗: `#/dossier`, with the group in the route. Cases whose dossier is to be made stand first. */
export function DossierListPage({ group }: { readonly group: string | undefined }) {
  const shown = isGroup(group) ? group : 'closed'
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{words.title}</h1>
        <fieldset className="plain dossier-groups" aria-label={words.title}>
          {groups.map((g) => (
            <GroupButton key={g} group={g} pressed={g === shown} />
          ))}
        </fieldset>
      </header>
      <p className="quiet">{words.intro}</p>
      <Cases key={shown} group={shown} />
    </div>
  )
}

const filtersOf = (group: DossierGroup): Filter[] => [{ field: 'stage', op: 'in', value: [...statesOf[group]] }]
const sortOf = (group: DossierGroup) =>
  group === 'open'
    ? ({ field: 'acceptanceDate', direction: 'asc' } as const)
    : ({ field: 'closedOn', direction: group === 'closed' ? 'asc' : 'desc' } as const)

function GroupButton({ group, pressed }: { readonly group: DossierGroup; readonly pressed: boolean }) {
  const { data } = useCall('record.page', { ledger: 'dispute', filters: filtersOf(group), limit: 1 })
  const name = words.groups[group]
  return (
    <Button aria-pressed={pressed} onClick={() => goInstead('dossier', group)}>
      {data === undefined ? name : fill(words.group, { name, count: data.total })}
    </Button>
  )
}

function Cases({ group }: { readonly group: DossierGroup }) {
  const [pages, setPages] = useState(1)
  const first = useCall('record.page', {
    ...{ ledger: 'dispute', filters: filtersOf(group), sort: sortOf(group) },
    limit: 1,
  })
  const total = first.data?.total ?? 0
  if (first.error) return <ErrorNotice error={first.error} onRetry={() => void first.refetch()} />
  if (first.data === undefined) return <p className="loading">{t.common.loading}</p>
  if (total === 0) return <Empty group={group} />
  return (
    <div className="desk-column">
      {Array.from({ length: pages }, (_, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
        <CasePageOf key={page} group={group} page={page} />
      ))}
      {total > pages * step && (
        <Button onClick={() => setPages(pages + 1)}>
          {fill(words.more, { count: Math.min(step, total - pages * step) })}
        </Button>
      )}
    </div>
  )
}

function Empty({ group }: { readonly group: DossierGroup }) {
  return (
    <p className="plain-empty">
      {words.empty[group]} <a href={hrefOf('dispute')}>{words.toCases}</a>
    </p>
  )
}

function CasePageOf({ group, page }: { readonly group: DossierGroup; readonly page: number }) {
  const asked = { ledger: 'dispute', filters: filtersOf(group), sort: sortOf(group) } as const
  const rows = useCall('record.page', { ...asked, offset: page * step, limit: step })
  const ids = rows.data?.rows.map((r) => r.id) ?? []
  const standings = useCall('dossier.standings', { ledger: 'dispute', ids }, { enabled: ids.length > 0 })
  const error = rows.error ?? standings.error
  if (error) return <ErrorNotice error={error} />
  const of = new Map(standings.data?.map((s) => [s.id, s]))
  const text = (field: string) => (row: Row) => String(row[field] ?? '')
  return (
    <PlainTable
      label={words.groups[group]}
      columns={[
        { key: 'caseNo', title: fieldLabel('dispute', 'caseNo'), value: text('caseNo') },
        { key: 'parties', title: words.columns.parties, value: (r) => <Link row={r} /> },
        { key: 'type', title: words.columns.type, value: (r) => codeLabel('justiceType', text('typeJustice')(r)) },
        { key: 'stage', title: words.columns.stage, value: (r) => codeLabel('stage', text('stage')(r)) },
        { key: 'closedOn', title: words.columns.closedOn, value: text('closedOn') },
        { key: 'lacking', title: words.columns.lacking, value: (r) => <Lacking standing={of.get(r.id)} /> },
      ]}
      rows={rows.data?.rows ?? []}
      keyOf={(r) => r.id}
      empty={t.common.loading}
    />
  )
}

const Link = ({ row }: { readonly row: Row }) => (
  <a href={hrefOf('dossier', row.id)}>{String(row.partyNames ?? t.ledgers.dispute.one)}</a>
)

/** How many are missing, and the first of them by name. */
const named = 3
function Lacking({ standing }: { readonly standing: DossierStanding | undefined }) {
  if (standing === undefined) return null
  if (standing.kind === null) return <span className="quiet">{words.noDossier}</span>
  const { lacking } = standing
  if (lacking.length === 0) return <span>● {words.lackingNone}</span>
  const names = [...new Set(lacking)].map((item) => t.dossier.items[item])
  const items = inOneLine(names.slice(0, named)) + (names.length > named ? '…' : '')
  return (
    <span className="file-state lacking" title={inOneLine(names)}>
      ○ {fill(words.lackingSome, { count: lacking.length, items })}
    </span>
  )
}
