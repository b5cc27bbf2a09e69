import { Select } from 'antd'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useCall } from '../../api/client.ts'
import { t } from '../../text.ts'

interface Props {
  readonly book: Book
  /** A unit's name, or null for all. */
  readonly value: string | null
  readonly onChange: (unitName: string | null) => void
}

export function UnitFilter({ book, value, onChange }: Props) {
  const units = useCall('city.units', { book })
  const names = [...new Set(units.data?.map((u) => u.unitName))]
  return (
    <Select
      className="merged-unit"
      aria-label={t.city.merged.unitFilter}
      value={value ?? ''}
      onChange={(name) => onChange(name || null)}
      showSearch={{ optionFilterProp: 'label' }}
      options={[{ value: '', label: t.city.merged.allUnits }, ...names.map((name) => ({ value: name, label: name }))]}
    />
  )
}
