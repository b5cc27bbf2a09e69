import { Button, Radio } from 'antd'
import { useState } from 'react'
import { committeeChecks, membersOf } from '../../../shared/rules/committeeMembers.ts'
import { committeesOn } from '../../../shared/rules/committees.ts'
import { peoplesAnswers, type Settings } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { booksOf, useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { useSettings } from './useSettings.ts'

const words = t.committeeDesk

interface Props {
  readonly settings: Settings
  readonly today: string
}
/** How each committee with a list is made up, as sentences, and its list for the county bureau. */
export function Composition({ settings, today }: Props) {
  const [printing, setPrinting] = useState<string | null>(null)
  const committees = committeesOn(settings, today).filter((c) => membersOf(settings, c.name).length > 0)
  if (printing !== null)
    return (
      <PaperPreview
        of={{ book: 'mediation', paper: 'committeeMembers', about: printing }}
        onClose={() => setPrinting(null)}
      />
    )
  return committees.map(({ name }) => (
    <Committee key={name} name={name} settings={settings} today={today} onPrint={() => setPrinting(name)} />
  ))
}

function Committee({
  name,
  settings,
  today,
  onPrint,
}: Props & { readonly name: string; readonly onPrint: () => void }) {
  const { save, saveError } = useSettings()
  const mayPrint = booksOf(useSession()).includes('mediation')
  const checks = committeeChecks(settings, today).filter((c) => c.committee === name)
  const print = mayPrint && (
    <Button size="small" onClick={onPrint}>
      {words.print}
    </Button>
  )
  return (
    <Panel title={`${words.checksTitle}：${name}`} note={words.checksNote} extra={print}>
      <fieldset className="plain">
        <legend>{words.peoples}</legend>
        <Radio.Group
          value={settings.smallerPeoples[name] ?? null}
          options={peoplesAnswers.map((value) => ({ value, label: words.peoplesAnswers[value] }))}
          onChange={(e) => save({ smallerPeoples: { ...settings.smallerPeoples, [name]: e.target.value } })}
        />
        <p className="quiet">{words.peoplesNote}</p>
      </fieldset>
      {checks.length === 0 && <p className="all-well">✓ {words.allWell}</p>}
      <ul>
        {checks.map((c) => (
          <li key={`${c.code} ${c.params.name ?? ''}`} className="field-warning">
            {fill(words.checks[c.code], c.params)}
          </li>
        ))}
      </ul>
      <ErrorNotice error={saveError} />
    </Panel>
  )
}
