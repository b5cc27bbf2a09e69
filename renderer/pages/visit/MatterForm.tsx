import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Matter } from '../../../shared/contract/visits.ts'
import { typedDate } from '../../../shared/rules/typedDate.ts'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { fill, t } from '../../text.ts'

const words = t.visits.list

interface Props {
  readonly matter: Matter
  readonly today: string
  readonly onSaved: () => void
}

/** What became of a matter, written where it is listed: the words, the day, Enter. */
export function MatterForm(props: Props) {
  const [open, setOpen] = useState(false)
  if (open) return <Fields {...props} onClose={() => setOpen(false)} />
  return (
    <Button size="small" onClick={() => setOpen(true)}>
      {words.write}
    </Button>
  )
}

function Fields({ matter, today, onSaved, onClose }: Props & { readonly onClose: () => void }) {
  const [result, setResult] = useState('')
  const [day, setDay] = useState(today)
  const done = useAct('visit.matterDone')
  const doneOn = typedDate(day, today)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (doneOn === null || result.trim() === '') return
    const { id, revision, place } = matter
    done.mutate({ ledger: 'visit', id, revision, place, result: result.trim(), doneOn }, { onSuccess: onSaved })
  }
  return (
    <form className="matter-form" onSubmit={save}>
      <Input
        autoFocus
        aria-label={words.result}
        placeholder={words.result}
        maxLength={200}
        value={result}
        onChange={(e) => setResult(e.target.value)}
        style={{ width: 200 }}
      />
      <Input
        aria-label={words.doneOn}
        value={day}
        status={doneOn === null ? 'error' : ''}
        onChange={(e) => setDay(e.target.value)}
        style={{ width: 120 }}
      />
      <Button size="small" type="primary" htmlType="submit" loading={done.isPending}>
        {words.save}
      </Button>
      <Button size="small" onClick={onClose}>
        {words.cancel}
      </Button>
      {doneOn === null && <p className="field-problem">{fill(t.problems.notADate, { label: words.doneOn })}</p>}
      <ErrorNotice error={done.error} />
    </form>
  )
}
