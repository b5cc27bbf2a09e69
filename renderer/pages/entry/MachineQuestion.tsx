import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { t } from '../../text.ts'
import { EntryPage } from './EntryPage.tsx'

const choices = [
  ['moved', t.entry.moved, t.entry.movedNote],
  ['copied', t.entry.copied, t.entry.copiedNote],
] as const

/** 搬家还是复制: asked when the data folder is found on another machine. */
export function MachineQuestion({ onSettled }: { readonly onSettled: () => Promise<void> }) {
  const settle = useAct('register.settleMachine')
  return (
    <EntryPage title={t.entry.machineTitle} note={t.entry.machineNote}>
      <ErrorNotice error={settle.error} />
      <ul className="choices">
        {choices.map(([choice, title, note]) => (
          <li key={choice}>
            <button
              type="button"
              className="choice"
              disabled={settle.isPending}
              onClick={() => settle.mutate({ choice }, { onSuccess: () => void onSettled() })}
            >
              <strong>{title}</strong>
              <span>{note}</span>
            </button>
          </li>
        ))}
      </ul>
    </EntryPage>
  )
}
