import { Select } from 'antd'
import { teams } from '../../../shared/ledgers/codes.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { RosterScope } from '../../../shared/rules/rosterPapers.ts'
import { PlaceInput } from '../../ledger/widgets/PlaceInput.tsx'
import { codeLabel, t } from '../../text.ts'

const words = t.roster
const { village, department } = ledgers.post.fields
const places = [
  ['village', village],
  ['department', department],
] as const

interface Props {
  readonly scope: RosterScope
  readonly onChange: (scope: RosterScope) => void
}
/** Which posts a table is of. */
export function ScopeFields({ scope, onChange }: Props) {
  return (
    <>
      <Select<string>
        aria-label={words.columns.team}
        value={scope.team ?? ''}
        onChange={(team) => onChange({ ...scope, team: teams.find((one) => one === team) ?? null })}
        options={[
          { value: '', label: words.allTeams },
          ...teams.map((team) => ({ value: team as string, label: codeLabel('team', team) })),
        ]}
      />
      {places.map(([name, field]) => (
        <label key={name} htmlFor={`scope-${name}`}>
          {words[name]}
          <PlaceInput
            id={`scope-${name}`}
            label={words[name]}
            field={field}
            value={scope[name]}
            disabled={false}
            invalid={false}
            onChange={(value) => onChange({ ...scope, [name]: value })}
            onUnreadable={() => undefined}
          />
        </label>
      ))}
    </>
  )
}
