import { Select } from 'antd'
import { committeeDuties } from '../../../shared/ledgers/codes.ts'
import { committeesOf } from '../../../shared/rules/committees.ts'
import type { Settings } from '../../../shared/settings.ts'
import { codeLabel, t } from '../../text.ts'
import type { Column } from './RowEditor.tsx'

type Mediator = Settings['mediators'][number]
const words = t.committeeDesk
const none = { value: '', label: words.notWritten }

interface Choice {
  readonly value: string
  readonly label: string
}
const chosen = (
  key: keyof typeof words.columns,
  options: readonly Choice[],
  value: (row: Mediator) => string,
  change: (row: Mediator, value: string) => Mediator,
): Column<Mediator> => ({
  key,
  title: words.columns[key],
  cell: (row, set, label) => (
    <Select<string>
      aria-label={label}
      style={{ width: '100%' }}
      popupMatchSelectWidth={false}
      options={[...options]}
      value={value(row)}
      onChange={(next) => set(change(row, next))}
    />
  ),
})

const duties: readonly Choice[] = [
  none,
  ...committeeDuties.map((value) => ({ value, label: codeLabel('committeeDuty', value) })),
]
const sexes: readonly Choice[] = [none, ...(['1', '2'] as const).map((v) => ({ value: v, label: codeLabel('sex', v) }))]
const times: readonly Choice[] = [none, { value: 'full', label: words.full }, { value: 'part', label: words.part }]

/** What 人民调解法 8 and 13 ask of a member; the committee only where the office has several. */
export function memberColumns(settings: Settings): readonly Column<Mediator>[] {
  const names = committeesOf(settings).map((c) => c.name)
  const others = names.filter((n) => n !== settings.committee).map((n) => ({ value: n, label: n }))
  const committee = chosen(
    'committee',
    [{ value: '', label: settings.committee || words.ownCommittee }, ...others],
    (row) => (row.committee === settings.committee ? '' : row.committee),
    (row, next) => ({ ...row, committee: next }),
  )
  return [
    ...(others.length === 0 ? [] : [committee]),
    chosen(
      'duty',
      duties,
      (row) => row.duty ?? '',
      (row, next) => ({ ...row, duty: committeeDuties.find((d) => d === next) ?? null }),
    ),
    chosen(
      'sex',
      sexes,
      (row) => row.sex ?? '',
      (row, next) => ({ ...row, sex: next === '1' || next === '2' ? next : null }),
    ),
    chosen(
      'fullTime',
      times,
      (row) => (row.fullTime === null ? '' : row.fullTime ? 'full' : 'part'),
      (row, next) => ({ ...row, fullTime: next === '' ? null : next === 'full' }),
    ),
  ]
}
