import { Alert, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { BackupView, Place } from '../../../shared/contract/office.ts'
import type { BackupFact } from '../../../shared/contract/records.ts'
import { useCall, useJob } from '../../api/client.ts'
import { formatInstant } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { InView } from '../../parts/InView.tsx'
import { JobState } from '../../parts/JobProgress.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlacePicker } from '../../parts/PlacePicker.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { bytesShown } from '../../parts/shown.ts'
import { fill, t } from '../../text.ts'
import { useSettings } from './useSettings.ts'

/** Days after which the second copy is called old; the top line warns at the same age. */
const oldDays = 7
const hourChoices = [0, 1, 2, 4, 8, 24] as const

/** Copies in a second place, the timer, and the copies there are. */
export function BackupSettings() {
  const home = useCall('home.view', {})
  const list = useCall('backup.list', {})
  return (
    <div className="settings-section wide">
      <Panel title={t.settings.sections.backup} note={t.settings.backup.intro}>
        {home.data && <SecondPlace fact={home.data.lastBackup} />}
        <MakeBackup />
      </Panel>
      <Timer />
      <Panel title={t.settings.backup.list}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.data && <BackupList backups={list.data} />}
      </Panel>
    </div>
  )
}

function secondWords(fact: BackupFact | null): { readonly good: boolean; readonly words: string } {
  const words = t.settings.backup
  const days = fact?.secondAgeDays ?? null
  if (fact === null || days === null) return { good: false, words: words.secondNever }
  const place = fact.secondPlace ?? words.places.second
  if (days > oldDays) return { good: false, words: fill(words.secondOld, { days }) }
  return { good: true, words: days === 0 ? fill(words.secondToday, { place }) : fill(words.secondAge, { days, place }) }
}

function SecondPlace({ fact }: { readonly fact: BackupFact | null }) {
  const { good, words } = secondWords(fact)
  const last =
    fact === null ? t.settings.backup.neverAt : fill(t.settings.backup.lastAt, { at: formatInstant(fact.at) })
  return <Alert type={good ? 'success' : 'warning'} showIcon role="note" title={words} description={last} />
}

function MakeBackup() {
  const words = t.settings.backup
  const [place, setPlace] = useState<Place | null>(null)
  const [beside, setBeside] = useState(false)
  const make = useJob('backup.make')
  const start = () => void make.start({ place: beside ? null : (place?.token ?? null) })
  return (
    <>
      {!beside && <PlacePicker label={words.place} value={place} onChange={setPlace} disabled={make.running} />}
      <Checkbox checked={beside} disabled={make.running} onChange={(e) => setBeside(e.target.checked)}>
        {words.besideOnly}
      </Checkbox>
      <p className="panel-note">{words.placeHint}</p>
      <div>
        <Button type="primary" disabled={!beside && place === null} loading={make.running} onClick={start}>
          {words.now}
        </Button>
      </div>
      <JobState handle={make} label={words.now} />
      {make.outcome && (
        <InView>
          <Alert
            type="success"
            showIcon
            role="status"
            title={fill(words.done, { name: make.outcome.name, size: bytesShown(make.outcome.bytes) })}
          />
        </InView>
      )}
    </>
  )
}

/** Saved as soon as it is chosen: one field needs no button. */
function Timer() {
  const { settings, readError, save, saving, saved, saveError } = useSettings()
  const words = t.settings.backup
  if (settings === undefined) return <ErrorNotice error={readError} />
  const choices = [...new Set([...hourChoices, settings.backupEveryHours])].toSorted((a, b) => a - b)
  return (
    <Panel title={words.timer} note={words.timerHint}>
      <div className="button-line">
        <Select
          aria-label={words.timer}
          className="short-select"
          value={settings.backupEveryHours}
          loading={saving}
          onChange={(backupEveryHours) => save({ backupEveryHours })}
          options={choices.map((value) => ({
            value,
            label: value === 0 ? words.timerOff : fill(words.timerEvery, { hours: value }),
          }))}
        />
        <span role="status" className="saved-words">
          {saved && t.settings.saved}
        </span>
      </div>
      <ErrorNotice error={saveError} />
    </Panel>
  )
}

function BackupList({ backups }: { readonly backups: readonly BackupView[] }) {
  const words = t.settings.backup
  return (
    <PlainTable
      label={words.list}
      columns={[
        { key: 'at', title: words.at, value: (b) => formatInstant(b.at) },
        { key: 'where', title: words.where, value: (b) => words.places[b.place] },
        {
          key: 'verified',
          title: words.verified,
          value: (b) => (b.verified ? `● ${words.verifiedYes}` : `✕ ${words.verifiedNo}`),
        },
        { key: 'bytes', title: words.bytes, value: (b) => bytesShown(b.bytes), numeric: true },
        { key: 'name', title: words.name, value: (b) => b.name },
      ]}
      rows={backups.toSorted((a, b) => b.at.localeCompare(a.at))}
      keyOf={(b) => `${b.place}/${b.name}`}
      empty={words.empty}
    />
  )
}
