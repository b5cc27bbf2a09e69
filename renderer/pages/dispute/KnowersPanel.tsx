import { Button, Select } from 'antd'
import { useState } from 'react'
import type { KnowersView } from '../../../shared/contract/secrecy.ts'
import { useAct, useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { go } from '../../route.ts'
import { useSession } from '../../session.ts'
import { codeLabel, fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'

const words = t.secrecy.knowers

/** 知情人: who may see a locked case; kept by those who are on the list. */
export function KnowersPanel({ actions: { form } }: { readonly actions: FormActions }) {
  const id = form.view?.id ?? null
  const level = form.saved.secrecy
  return (
    <section className="knowers" aria-label={words.title}>
      <h3>{words.title}</h3>
      {id === null && <p className="quiet">{words.saveFirst}</p>}
      {id !== null && level === 'normal' && <p className="quiet">{words.open}</p>}
      {id !== null && level !== 'normal' && (
        <>
          <p>{codeLabel('secrecy', String(level))}</p>
          <List id={id} />
        </>
      )}
    </section>
  )
}

function List({ id }: { readonly id: string }) {
  const key = { ledger: 'dispute', id } as const
  const list = useCall('knowers.list', key)
  const add = useAct('knowers.add')
  const remove = useAct('knowers.remove')
  const { userId: me } = useSession()
  const after = (userId: string) => () => (userId === me ? go('dispute') : void list.refetch())
  const change = (act: typeof add, userId: string) => {
    add.reset()
    remove.reset()
    act.mutate({ ...key, userId }, { onSuccess: after(userId) })
  }
  if (list.data === undefined) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <p className="quiet">{words.note}</p>
      <Members view={list.data} me={me} onRemove={(userId) => change(remove, userId)} />
      <AddKnower view={list.data} onAdd={(userId) => change(add, userId)} adding={add.isPending} />
      <p role="status" className="quiet">
        {(add.isSuccess || remove.isSuccess) && words.changed}
      </p>
      <ErrorNotice error={add.error ?? remove.error} />
    </>
  )
}

interface MembersProps {
  readonly view: KnowersView
  readonly me: string
  readonly onRemove: (userId: string) => void
}
function Members({ view, me, onRemove }: MembersProps) {
  const [leaving, setLeaving] = useState(false)
  const alone = view.knowers.length === 1
  const ask = (userId: string) => (userId === me ? setLeaving(true) : onRemove(userId))
  return (
    <>
      <ul className="lines">
        {view.knowers.map(({ id, name }) => (
          <li key={id}>
            <span>
              {name}
              {id === me && words.me}
            </span>
            <span className="spring" />
            <Button
              size="small"
              disabled={alone}
              title={alone ? words.last : ''}
              aria-label={fill(words.removeName, { name })}
              onClick={() => ask(id)}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <div role="alert">
          <p>{words.leaveSure}</p>
          <div className="buttons">
            <Button size="small" danger onClick={() => onRemove(me)}>
              {words.leaveYes}
            </Button>
            <Button size="small" autoFocus onClick={() => setLeaving(false)}>
              {t.common.cancel}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

interface AddProps {
  readonly view: KnowersView
  readonly onAdd: (userId: string) => void
  readonly adding: boolean
}
function AddKnower({ view: { candidates }, onAdd, adding }: AddProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const known = candidates.some((c) => c.id === chosen) ? chosen : null
  if (candidates.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <div className="buttons">
      <Select
        aria-label={words.choose}
        placeholder={words.choose}
        style={{ minWidth: 120 }}
        showSearch={{ optionFilterProp: 'label' }}
        options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
        value={known}
        onChange={setChosen}
      />
      <Button disabled={known === null} loading={adding} onClick={() => known !== null && onAdd(known)}>
        {words.add}
      </Button>
    </div>
  )
}
