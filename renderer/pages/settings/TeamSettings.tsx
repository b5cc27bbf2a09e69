import { teams } from '../../../shared/ledgers/codes.ts'
import { type Managers, type Settings, settings as settingsSchema } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { codeLabel, t } from '../../text.ts'
import type { Column } from './RowEditor.tsx'
import { RowForm } from './RowForm.tsx'
import { TrainingSettings } from './TrainingSettings.tsx'
import { useSettings } from './useSettings.ts'

const words = t.committeeDesk.managers
type Row = Managers & { readonly team: (typeof teams)[number] }
const nobody: Managers = { department: '', community: '', policeStation: '' }

const columns: readonly Column<Row>[] = [
  { key: 'team', title: words.team, cell: (row) => codeLabel('team', row.team) },
  ...(['department', 'community', 'policeStation'] as const).map(
    (name): Column<Row> => ({
      key: name,
      title: words[name],
      text: (row) => row[name],
      set: (row, typed) => ({ ...row, [name]: typed }),
    }),
  ),
]

const changesOf = (rows: readonly Row[]): Pick<Settings, 'teamManagers'> => ({
  teamManagers: Object.fromEntries(rows.map(({ team, ...managers }) => [team, managers])),
})

/** 队伍: who manages each of the five teams, as a new member's page gets it, and how their trainings are counted. */
export function TeamSettings() {
  const { settings, readError } = useSettings()
  if (settings === undefined) return <ErrorNotice error={readError} />
  return (
    <div className="settings-section wide">
      <Panel title={words.panel} note={words.note}>
        <RowForm<Row>
          label={words.panel}
          stored={teams.map((team) => ({ team, ...(settings.teamManagers[team] ?? nobody) }))}
          columns={() => columns}
          isGood={(rows) => settingsSchema.shape.teamManagers.safeParse(changesOf(rows).teamManagers).success}
          wrong={words.wrong}
          changes={changesOf}
        />
      </Panel>
      <TrainingSettings />
    </div>
  )
}
