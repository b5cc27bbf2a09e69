import { Button } from 'antd'
import { useState } from 'react'
import type { UnitState } from '../../../shared/contract/handover.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { Panel } from '../../parts/Panel.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { numbersShown } from '../../parts/shown.ts'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { RevokePanel } from './RevokePanel.tsx'
import { WriteReceipt } from './WriteReceipt.tsx'

interface Props {
  readonly book: Book
  readonly units: readonly UnitState[]
  readonly hands: boolean
}
interface Open {
  readonly what: 'receipt' | 'revoke'
  readonly stationId: string
}

/** Every enrolled unit: what was received, what is missing, and whether its receipt is still to be written. */
export function UnitsTab({ book, units, hands }: Props) {
  const [open, setOpen] = useState<Open | null>(null)
  const unit = units.find((u) => u.stationId === open?.stationId)
  const close = () => setOpen(null)
  return (
    <div className={`desk-columns${unit ? '' : ' city-one'}`}>
      <div className="desk-column">
        <Panel title={t.city.units.title}>
          <UnitTable units={units} hands={hands} onOpen={setOpen} />
        </Panel>
      </div>
      {unit && (
        <div className="desk-column">
          {open?.what === 'receipt' ? (
            <WriteReceipt key={unit.stationId} book={book} unit={unit} onClose={close} />
          ) : (
            <RevokePanel key={unit.stationId} unit={unit} onClose={close} />
          )}
        </div>
      )}
    </div>
  )
}

function stateShown(u: UnitState): string {
  const words = t.city.units.states
  if (u.revoked) return `✕ ${words.revoked}`
  return u.receiptPending ? `▲ ${words.pending}` : `● ${words.active}`
}

interface TableProps extends Pick<Props, 'units' | 'hands'> {
  readonly onOpen: (open: Open) => void
}
function UnitTable({ units, hands, onOpen }: TableProps) {
  const words = t.city.units
  return (
    <PlainTable
      label={words.title}
      columns={[
        { key: 'unit', title: words.unit, value: (u) => u.unitName },
        { key: 'code', title: words.code, value: (u) => u.unitCode },
        { key: 'state', title: words.state, value: stateShown },
        {
          key: 'lastNo',
          title: words.lastNo,
          value: (u) => (u.lastNo === null ? words.nothingYet : fill(words.lastNoValue, { no: u.lastNo })),
        },
        { key: 'lastDate', title: words.lastDate, value: (u) => u.lastDate ?? '' },
        { key: 'missing', title: words.missing, value: (u) => numbersShown(u.missingNos) },
        { key: 'records', title: words.records, value: (u) => u.records, numeric: true },
        { key: 'setAside', title: words.setAside, value: (u) => u.setAside || '', numeric: true },
        { key: 'acts', title: words.acts, value: (u) => <UnitActs unit={u} hands={hands} onOpen={onOpen} /> },
      ]}
      rows={units}
      keyOf={(u) => u.stationId}
      empty={words.empty}
    />
  )
}

interface ActsProps extends Pick<TableProps, 'hands' | 'onOpen'> {
  readonly unit: UnitState
}
function UnitActs({ unit, hands, onOpen }: ActsProps) {
  const { admin } = useSession()
  const words = t.city.units
  const { stationId, unitName } = unit
  return (
    <>
      {hands && unit.lastNo !== null && (
        <Button
          size="small"
          type={unit.receiptPending ? 'primary' : 'default'}
          aria-label={fill(words.receiptFor, { unit: unitName })}
          onClick={() => onOpen({ what: 'receipt', stationId })}
        >
          {words.receipt}
        </Button>
      )}
      {admin && !unit.revoked && (
        <Button
          size="small"
          type="link"
          aria-label={fill(words.revokeTitle, { unit: unitName })}
          onClick={() => onOpen({ what: 'revoke', stationId })}
        >
          {words.revoke}
        </Button>
      )}
    </>
  )
}
