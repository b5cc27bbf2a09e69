import { Button } from 'antd'
import type { RosterRow } from '../../../shared/contract/trainings.ts'
import { type AnyPart, emptyPart } from '../../../shared/ledgers/describe.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { VisitData } from '../../../shared/ledgers/visit.ts'
import { useCall } from '../../api/client.ts'
import { codeLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'

const words = t.visits
const { visitors, households } = ledgers.visit.fields
const visitIn = ({ form }: FormActions): VisitData => form.data as unknown as VisitData

/** The doors of the last outing of this village and group, named with its day; nothing else comes with them. */
export function DoorsOffer({ actions }: { readonly actions: FormActions }) {
  const { form } = actions
  const { village, householdGroup, households: own } = visitIn(actions)
  const asked = { ledger: 'visit', id: form.view?.id ?? null, village: village ?? '', householdGroup } as const
  const { data: last } = useCall('visit.lastDoors', asked, { enabled: village !== null })
  const there = new Set(own.map((h) => h.door))
  const fresh = (last?.doors ?? []).filter((door) => !there.has(door))
  if (village === null || !last || fresh.length === 0) return null
  const bring = () => {
    const parts = fresh.map((door): AnyPart => ({ ...emptyPart(households.part), door }))
    form.tools.edit({ type: 'addAll', list: 'households', parts })
  }
  return (
    <section className="visit-side">
      <Button onClick={bring}>{fill(words.doors, { date: last.visitedOn, count: fresh.length })}</Button>
      <p className="quiet">{words.doorsHint}</p>
    </section>
  )
}

/** People offered at once; a village has a handful of one team. */
const mostOffered = 12

/** Who of the team serves in the village on the day: a name and a post are copied, nothing leads back to the roster. */
export function VisitorOffers({ actions }: { readonly actions: FormActions }) {
  const { form } = actions
  const { team, visitedOn, village, visitors: own } = visitIn(actions)
  const asked = {
    ledger: 'training' as const,
    on: visitedOn ?? form.tools.today,
    teams: team === null ? [] : [team],
    audiences: village === null ? [] : [village],
  }
  const { data } = useCall('training.roster', asked, { enabled: team !== null })
  if (team === null || data === undefined) return null
  const there = new Set(own.map((v) => v.name))
  const rows = data.rows.filter((r) => !there.has(r.name)).slice(0, mostOffered)
  const add = ({ name }: RosterRow) => {
    const part: AnyPart = { ...emptyPart(visitors.part), name, post: codeLabel('team', team) }
    form.tools.edit({ type: 'addAll', list: 'visitors', parts: [part] })
  }
  return (
    <section className="visit-side" aria-label={words.visitors}>
      <h3>{words.visitors}</h3>
      {data.rows.length === 0 && <p className="quiet">{words.visitorsNone}</p>}
      <p className="visit-names">
        {rows.map((r) => (
          <Button key={r.member} size="small" onClick={() => add(r)}>
            {[`＋${r.name}`, r.hint].filter(Boolean).join(' ')}
          </Button>
        ))}
      </p>
    </section>
  )
}
