import { Alert } from 'antd'
import { procedurePhrases } from '../../../shared/procedurePhrases.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../session.ts'
import { t } from '../../text.ts'
import { LineSettings } from './LineSettings.tsx'
import { NumberSettings } from './NumberSettings.tsx'

/** Facts of the unit, and how its numbers look. */
export function OfficeSettings() {
  const { profile } = useSession()
  const words = t.settings.office
  return (
    <div className="settings-section">
      <Panel title={t.settings.sections.office} note={words.fixed}>
        {profile.sample && <Alert type="warning" showIcon role="note" title={words.sample} />}
        <dl className="facts-list">
          <dt>{words.unitName}</dt>
          <dd>{profile.unitName}</dd>
          <dt>{words.unitCode}</dt>
          <dd>{profile.unitCode}</dd>
          <dt>{words.kind}</dt>
          <dd>
            {words.kinds[profile.kind]}
            {profile.book && `（${t.codes.book[profile.book]}）`}
          </dd>
        </dl>
      </Panel>
      {profile.kind === 'unit' && <NumberSettings />}
      {profile.kind === 'unit' && (
        <LineSettings
          name="phrases"
          words={t.settings.phrases}
          given={{ lines: procedurePhrases, label: t.settings.phrases.back }}
        />
      )}
    </div>
  )
}
