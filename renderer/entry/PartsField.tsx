import { maxParts } from '../../shared/ledgers/check.ts'
import { call, useCall } from '../api/client.ts'
import { useFormTools } from '../ledger/FormContext.ts'
import { Legend, PartList, type PartListProps } from '../ledger/PartList.tsx'
import { fieldLabel, t } from '../text.ts'
import { EntryGrid } from './EntryGrid.tsx'

/** Lists that are often long, and the columns of their tables. */
const tables: Readonly<Record<string, readonly string[]>> = {
  'training.attendances': ['name', 'team', 'unit', 'post', 'state', 'substitute', 'remark'],
  'visit.households': [
    ...['door', 'peopleMet', 'leaflets', 'request', 'handledOnSpot'],
    ...['matter', 'matterUnit', 'matterDueOn', 'matterResult', 'matterDoneOn'],
  ],
}

/** Typed back from a sheet that is a table itself: a table from the start. */
const tableAtFirst = new Set(['visit.households'])

/** The parts of a list: one by one, or for lists that are often long in a table; as this user had it last. */
export function PartsField(props: PartListProps) {
  const { name, frozen, sealed, frozenParts } = props
  const columns = tables[`${useFormTools().ledger}.${name}`]
  if (columns === undefined || frozen || sealed.size > 0 || frozenParts.size > 0) return <PartList {...props} />
  return <Either {...props} columns={columns} />
}

type EitherProps = PartListProps & { readonly columns: readonly string[] }
function Either(props: EitherProps) {
  const { ledger } = useFormTools()
  const key = `entry.${ledger}.${props.name}`
  const remembered = useCall('window.get', { key })
  const isTable =
    remembered.data === undefined || remembered.data === null
      ? tableAtFirst.has(`${ledger}.${props.name}`)
      : remembered.data === true
  const turn = () => void call('window.set', { key, value: !isTable }).then(() => remembered.refetch())
  const head = (
    <button type="button" className="link entry-switch" aria-pressed={isTable} onClick={turn}>
      {isTable ? t.entryGrid.close : t.entryGrid.open}
    </button>
  )
  if (remembered.isPending) return null
  return isTable ? <PartTable {...props} head={head} /> : <PartList {...props} head={head} />
}

function PartTable({ name, parts, field, mark, marks, head, columns }: EitherProps) {
  const { ledger, today, assumedYear, edit } = useFormTools()
  return (
    <fieldset className={`field span-12 part-list${mark.errors ? ' has-error' : ''}`} data-path={name}>
      <Legend name={name} count={parts.length} needed={field.needed === true} frozen={false}>
        {head}
      </Legend>
      <EntryGrid
        {...{ ledger, columns, today }}
        list={name}
        rows={parts}
        onChange={(rows) => edit({ type: 'rows', list: name, parts: rows })}
        problems={marks}
        maxRows={maxParts}
        year={assumedYear() ?? undefined}
        label={fieldLabel(ledger, name)}
      />
      {mark.errors && <p className="field-problem">{mark.errors}</p>}
      {mark.warnings && <p className="field-warning">{mark.warnings}</p>}
    </fieldset>
  )
}
