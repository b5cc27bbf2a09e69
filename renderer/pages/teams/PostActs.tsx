import { Alert, App, Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import type { RecordView } from '../../../shared/contract/records.ts'
import type { AppError, Problem } from '../../../shared/errors.ts'
import { useAct } from '../../api/client.ts'
import { localToday } from '../../format.ts'
import { problemWords } from '../../ledger/problems.ts'
import { DateInput } from '../../ledger/widgets/DateInput.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { go } from '../../route.ts'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'

const words = t.roster.acts
type Act = 'replace' | 'end'
const dates = ['on', 'selectedOn', 'birthDate'] as const
type DateName = (typeof dates)[number]
type TextName = 'reason' | 'name' | 'idNumber' | 'phone'
interface Typed extends Readonly<Record<TextName, string>>, Readonly<Record<DateName, string | null>> {}
const blank: Typed = { on: null, reason: '', name: '', idNumber: '', birthDate: null, phone: '', selectedOn: null }

/** 更换 and 离任 of somebody who serves. */
export function PostActs({ actions, begin }: { readonly actions: FormActions; readonly begin: Act | null }) {
  const [act, setAct] = useState<Act | null>(begin)
  const { view } = actions.form
  if (view === null || view.data.leftOn !== null) return null
  return (
    <section className="post-acts">
      <div className="button-line">
        {(['replace', 'end'] as const).map((one) => (
          <Button key={one} size="small" aria-pressed={act === one} onClick={() => setAct(act === one ? null : one)}>
            {words[one]}
          </Button>
        ))}
      </div>
      {act !== null && <ActForm key={act} act={act} actions={actions} view={view} onDone={() => setAct(null)} />}
    </section>
  )
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

interface FormProps {
  readonly act: Act
  readonly actions: FormActions
  readonly view: RecordView
  readonly onDone: () => void
}
function useActs({ actions: { form }, view, onDone }: FormProps) {
  const { message } = App.useApp()
  const replace = useAct('post.replace')
  const end = useAct('post.end')
  const run = (act: Act, v: Typed) => {
    const given = {
      ledger: 'post',
      id: view.id,
      revision: view.revision,
      on: v.on ?? '',
      reason: v.reason.trim(),
    } as const
    if (act === 'end')
      return end.mutate(given, {
        onSuccess: (left) => {
          form.adopt(left)
          void message.success(words.ended)
          onDone()
        },
      })
    const { selectedOn, birthDate } = v
    const person = { name: v.name.trim(), idNumber: orNull(v.idNumber), phone: orNull(v.phone), selectedOn, birthDate }
    return replace.mutate(
      { ...given, successor: person },
      {
        onSuccess: ({ left, successor, gapDays }) => {
          form.adopt(left)
          const names = { left: String(left.data.name), name: String(successor.data.name), days: gapDays }
          void message.success(fill(gapDays === 0 ? words.done : words.doneGap, names), 6)
          go('post', successor.id)
        },
      },
    )
  }
  return { run, pending: replace.isPending || end.isPending, error: replace.error ?? end.error }
}

/** What is typed, which of its days are unreadable, and the fields to type it in. */
function useTyped() {
  const [v, setV] = useState(blank)
  const [unread, setUnread] = useState<readonly DateName[]>([])
  const read = (name: DateName, code: string | null) =>
    setUnread((now) => [...now.filter((n) => n !== name), ...(code === null ? [] : [name])])
  const text = (name: TextName) => (
    <Field name={name}>
      <Input
        id={`act-${name}`}
        autoComplete="off"
        maxLength={name === 'reason' ? 200 : 60}
        value={v[name]}
        onChange={(e) => setV((now) => ({ ...now, [name]: e.target.value }))}
      />
    </Field>
  )
  const date = (name: DateName) => (
    <Field name={name}>
      <DateInput
        id={`act-${name}`}
        label={words[name]}
        today={localToday()}
        value={v[name]}
        disabled={false}
        invalid={unread.includes(name)}
        onChange={(day) => setV((now) => ({ ...now, [name]: day }))}
        onUnreadable={(code) => read(name, code)}
      />
    </Field>
  )
  return { v, unread, text, date }
}

function ActForm(props: FormProps) {
  const { act, actions } = props
  const { v, unread, text, date } = useTyped()
  const { run, pending, error } = useActs(props)
  useEffect(() => document.getElementById('act-on')?.focus(), [])
  const isWhole = v.on !== null && v.reason.trim() !== '' && (act === 'end' || v.name.trim() !== '')
  const isReady = isWhole && unread.length === 0 && !actions.form.dirty
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) run(act, v)
  }
  return (
    <form className="way-form" aria-label={words[act]} onSubmit={submit}>
      <p>{act === 'replace' ? words.replaceNote : words.endNote}</p>
      <div className="field-grid">
        {date('on')}
        {text('reason')}
      </div>
      {act === 'replace' && (
        <fieldset className="plain" aria-label={words.successor}>
          <div className="field-grid">
            {text('name')}
            {text('idNumber')}
            {date('birthDate')}
            {text('phone')}
            {date('selectedOn')}
          </div>
        </fieldset>
      )}
      {unread.length > 0 && <p className="field-problem">{t.roster.dayWrong}</p>}
      {actions.form.dirty && <p className="field-problem">{words.saveFirst}</p>}
      {!isWhole && <p className="quiet">{act === 'replace' ? words.needed : words.endNeeded}</p>}
      <Button type="primary" htmlType="submit" disabled={!isReady} loading={pending}>
        {act === 'replace' ? words.confirmReplace : words.confirmEnd}
      </Button>
      <Refused error={error} />
    </form>
  )
}

const hints: Partial<Record<DateName | TextName, string>> = { on: words.onHint, selectedOn: words.selectedHint }
function Field({ name, children }: { readonly name: DateName | TextName; readonly children: ReactNode }) {
  return (
    <div className="field span-4">
      <div className="field-head">
        <label htmlFor={`act-${name}`}>{words[name]}</label>
        {hints[name] !== undefined && <span className="quiet">{hints[name]}</span>}
      </div>
      {children}
    </div>
  )
}

/** What speaks against the act; what was typed stays. */
function Refused({ error }: { readonly error: AppError | null }) {
  if (error?.code === 'revision-conflict') return <Alert type="warning" showIcon role="alert" title={words.movedOn} />
  const found = error?.code === 'record-invalid' ? error.details.problems : undefined
  if (!Array.isArray(found)) return <ErrorNotice error={error} />
  const wrong = (found as readonly Problem[]).filter((p) => p.severity === 'error')
  const own = wrong.map((p) => ({ ...p, path: p.path.replace(/^successor\./, '') }))
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words.refused}
      description={
        <ul>
          {own.map((p) => (
            <li key={`${p.path}-${p.code}`}>{problemWords('post', p)}</li>
          ))}
        </ul>
      }
    />
  )
}
