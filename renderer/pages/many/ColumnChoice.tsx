import { Button, Checkbox, Popover } from 'antd'
import { useMemo } from 'react'
import { type Ledger, type ScalarField, seenFields } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { call, useCall } from '../../api/client.ts'
import { fieldLabel, t } from '../../text.ts'

export interface Columns {
  readonly all: readonly string[]
  /** Always there: what every record needs. */
  readonly needed: readonly string[]
  readonly shown: readonly string[]
  readonly choose: (names: readonly string[]) => void
}

/** What people type, in the order of the form. */
function columnsOf(ledger: Ledger): readonly (readonly [string, ScalarField])[] {
  const seen = seenFields(ledger.fields)
  const inForm = ledger.form.flatMap((s) => s.fields)
  return inForm.flatMap((name) => {
    const field = seen[name]
    return field === undefined || field.kind === 'list' || field.givenByCall ? [] : [[name, field] as const]
  })
}

/** The columns of a ledger's table as this user chose them. */
export function useColumns(name: LedgerName): Columns {
  const key = `many.${name}`
  const remembered = useCall('window.get', { key })
  return useMemo(() => {
    const columns = columnsOf(ledgerOf(name))
    const all = columns.map(([n]) => n)
    const needed = columns.flatMap(([n, f]) => (f.needed ? [n] : []))
    const hidden = new Set(Array.isArray(remembered.data) ? remembered.data : [])
    return {
      all,
      needed,
      shown: all.filter((n) => needed.includes(n) || !hidden.has(n)),
      choose: (names) => {
        const value = all.filter((n) => !names.includes(n))
        void call('window.set', { key, value }).then(() => remembered.refetch())
      },
    }
  }, [name, key, remembered.data, remembered.refetch])
}

/** A roster of 联户长 has no road sections: columns that are not needed go out of the way. */
export function ColumnChoice({ ledger, columns }: { readonly ledger: LedgerName; readonly columns: Columns }) {
  const options = columns.all.map((value) => ({
    value,
    label: fieldLabel(ledger, value),
    disabled: columns.needed.includes(value),
  }))
  const boxes = (
    <Checkbox.Group
      className="many-columns"
      value={[...columns.shown]}
      options={options}
      onChange={(names) => columns.choose(names)}
    />
  )
  return (
    <Popover content={boxes} trigger="click" placement="bottomRight">
      <Button>{t.entryGrid.many.columns}</Button>
    </Popover>
  )
}
