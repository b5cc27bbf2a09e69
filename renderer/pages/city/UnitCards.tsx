import type { UnitState } from '../../../shared/contract/handover.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { formatInstant } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { t } from '../../text.ts'
import { EnrolCard } from '../report/EnrolCard.tsx'
import { OwnCard } from '../report/OwnCard.tsx'

interface Props {
  readonly book: Book
  readonly units: readonly UnitState[]
}

/** Enrolling both ways: the units' cards in here, this recipient's card to the units. */
export function UnitCards({ book, units }: Props) {
  const words = t.city.cards
  return (
    <div className="desk-columns even">
      <div className="desk-column">
        <EnrolCard expects="unit" book={null} title={words.unitTitle} note={words.unitHint} choose={words.choose} />
        <Panel title={words.enrolled}>
          <PlainTable
            label={words.enrolled}
            columns={[
              { key: 'unit', title: t.city.units.unit, value: (u) => u.unitName },
              { key: 'code', title: t.city.units.code, value: (u) => u.unitCode },
              { key: 'at', title: words.enrolledAt, value: (u) => formatInstant(u.enrolledAt) },
              {
                key: 'state',
                title: t.city.units.state,
                value: (u) => (u.revoked ? `✕ ${t.city.units.states.revoked}` : `● ${t.city.units.states.active}`),
              },
            ]}
            rows={units}
            keyOf={(u) => u.stationId}
            empty={words.none}
          />
        </Panel>
      </div>
      <div className="desk-column">
        <OwnCard book={book} title={words.ownTitle} note={words.ownHint} written={words.written} />
      </div>
    </div>
  )
}
