import { useState } from 'react'
import { t } from '../../text.ts'
import { CreateRegister } from './CreateRegister.tsx'
import type { EntryProps } from './EntryGate.tsx'
import { EntryPage } from './EntryPage.tsx'
import { OpenSample } from './OpenSample.tsx'
import { Restore } from './Restore.tsx'

type Choice = 'unit' | 'recipient' | 'sample' | 'restore'
const choices = [
  ['unit', t.entry.newUnit, t.entry.newUnitNote],
  ['recipient', t.entry.newRecipient, t.entry.newRecipientNote],
  ['sample', t.entry.openSample, t.entry.openSampleNote],
  ['restore', t.entry.restore, t.entry.restoreNote],
] as const satisfies readonly (readonly [Choice, string, string])[]

type Props = EntryProps & { readonly onMaking: (making: boolean) => void }

/** Empty data folder: four ways to begin. */
export function FirstRun({ status, onFresh, onOpened, onMaking }: Props) {
  const [choice, setChoice] = useState<Choice | null>(null)
  const back = () => setChoice(null)
  if (choice === 'unit' || choice === 'recipient')
    return <CreateRegister kind={choice} onBack={back} onFresh={onFresh} />
  if (choice === 'sample') return <OpenSample onBack={back} onOpened={onOpened} onMaking={onMaking} />
  if (choice === 'restore') return <Restore onBack={back} onRestored={() => void onOpened()} />
  return (
    <EntryPage title={t.entry.welcome} note={t.entry.welcomeNote}>
      <ul className="choices">
        {choices.map(([key, title, note]) => (
          <li key={key}>
            <button type="button" className="choice" onClick={() => setChoice(key)}>
              <strong>{title}</strong>
              <span>{note}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">{t.entry.folder.replace('{folder}', status.folderLabel)}</p>
    </EntryPage>
  )
}
