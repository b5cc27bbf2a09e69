import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { PickedFile } from '../../../shared/contract/office.ts'
import { useAct, useCall, useJob } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { JobProgress } from '../../parts/JobProgress.tsx'
import { t } from '../../text.ts'
import { EntryPage } from './EntryPage.tsx'

interface Props {
  readonly onBack: () => void
  readonly onRestored: () => void
}
interface Values {
  readonly userName?: string
  readonly secret: string
}

/** Restores a register from one backup file, with the password or the recovery code it had. */
export function Restore({ onBack, onRestored }: Props) {
  const [file, setFile] = useState<PickedFile | null>(null)
  const { start, cancel, job, running, error } = useJob('backup.restore')
  if (job?.state === 'done') return <Restored onGo={onRestored} />
  const restore = ({ userName, secret }: Values) =>
    file === null ? undefined : start({ file: file.token, userName: userName?.trim() || null, secret })
  return (
    <EntryPage title={t.entry.restore} note={t.entry.restoreNote}>
      <BackupFiles chosen={file} onChoose={setFile} />
      <Form<Values> layout="vertical" requiredMark={false} onFinish={restore}>
        <Form.Item name="userName" label={t.entry.restoreUser}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="secret"
          label={t.entry.restoreSecret}
          rules={[{ required: true, message: t.entry.fieldNeeded }]}
        >
          <Input.Password autoComplete="off" />
        </Form.Item>
        <ErrorNotice error={error} />
        {job && running && <JobProgress job={job} onCancel={() => void cancel()} />}
        <div className="buttons">
          <Button type="primary" htmlType="submit" disabled={file === null} loading={running}>
            {t.entry.restoreStart}
          </Button>
          <Button onClick={onBack} disabled={running}>
            {t.common.back}
          </Button>
        </div>
      </Form>
    </EntryPage>
  )
}

function Restored({ onGo }: { readonly onGo: () => void }) {
  return (
    <EntryPage title={t.entry.restoreDone}>
      <Button type="primary" autoFocus onClick={onGo}>
        {t.entry.signIn}
      </Button>
    </EntryPage>
  )
}

interface FilesProps {
  readonly chosen: PickedFile | null
  readonly onChoose: (file: PickedFile) => void
}
/** Backups in a place the host knows, or one picked in the system's dialog. */
function BackupFiles({ chosen, onChoose }: FilesProps) {
  const places = useCall('place.list', {})
  const status = useCall('register.status', {})
  const [token, setToken] = useState<string | null>(null)
  const place = token ?? places.data?.[0]?.token ?? null
  const found = useCall('place.files', { place: place ?? 'none', extensions: ['jfbak'] }, { enabled: place !== null })
  const { picked, dialog, error } = useDialog(onChoose)
  const files = [...picked, ...(found.data ?? [])]
  const choose = (fileToken: string) => {
    const file = files.find((f) => f.token === fileToken)
    if (file) onChoose(file)
  }
  return (
    <fieldset className="files">
      <legend>{t.entry.restoreFile}</legend>
      <div className="row">
        <Select
          aria-label={t.entry.restorePlace}
          value={place}
          onChange={setToken}
          options={places.data?.map((p) => ({ value: p.token, label: p.label }))}
        />
        <Button onClick={() => void places.refetch().then(() => found.refetch())}>{t.entry.refresh}</Button>
        {status.data?.host === 'electron' && <Button onClick={dialog}>{t.entry.restorePick}</Button>}
      </div>
      {files.length === 0 && <p className="quiet">{t.entry.restoreNone}</p>}
      <Radio.Group
        vertical
        value={chosen?.token}
        onChange={(e) => choose(e.target.value as string)}
        options={files.map((f) => ({ value: f.token, label: f.name }))}
      />
      <ErrorNotice error={found.error ?? error ?? places.error} />
    </fieldset>
  )
}

/** The system's own dialog, which only one host has. */
function useDialog(onChoose: (file: PickedFile) => void) {
  const pick = useAct('place.pickFiles')
  const [picked, setPicked] = useState<readonly PickedFile[]>([])
  const chosen = (files: readonly PickedFile[]) => {
    setPicked(files)
    if (files[0]) onChoose(files[0])
  }
  return { picked, error: pick.error, dialog: () => pick.mutate({ extensions: ['jfbak'] }, { onSuccess: chosen }) }
}
