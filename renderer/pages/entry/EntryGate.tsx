import { useRef, useState } from 'react'
import type { RegisterStatus } from '../../../shared/contract/session.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Shell } from '../../Shell.tsx'
import { SessionProvider } from '../../session.ts'
import { t } from '../../text.ts'
import { EntryPage } from './EntryPage.tsx'
import { FirstRun } from './FirstRun.tsx'
import { MachineQuestion } from './MachineQuestion.tsx'
import { RecoveryCode } from './RecoveryCode.tsx'
import { Restore } from './Restore.tsx'
import { SignIn } from './SignIn.tsx'

export interface FreshCode {
  readonly code: string
  readonly unitName: string
}

/** What stands before the register: first run, sign-in, a recovery code to keep, 搬家还是复制. */
export function EntryGate() {
  const status = useCall('register.status', {})
  const me = useCall('session.me', {})
  const [fresh, setFresh] = useState<FreshCode | null>(null)
  const [making, setMaking] = useState(false)
  const wasIn = useRef(false)
  if (me.data) wasIn.current = true
  const again = () => Promise.all([status.refetch(), me.refetch()]).then(() => undefined)

  if (fresh !== null) return <RecoveryCode fresh={fresh} onKept={() => void again().then(() => setFresh(null))} />
  if (status.error) return <Unopened error={status.error} onRetry={again} />
  if (status.data === undefined || me.isPending) return <p className="loading">{t.common.loading}</p>
  // A register in the making is open already; its pages wait until it is whole.
  if (status.data.state === 'none' || making)
    return <FirstRun status={status.data} onFresh={setFresh} onOpened={again} onMaking={setMaking} />
  if (!me.data) return <SignIn status={status.data} locked={wasIn.current} onFresh={setFresh} onOpened={again} />
  if (status.data.machine === 'changed') return <MachineQuestion onSettled={again} />
  return (
    <SessionProvider value={me.data}>
      <Shell />
    </SessionProvider>
  )
}

interface UnopenedProps {
  readonly error: Parameters<typeof ErrorNotice>[0]['error']
  readonly onRetry: () => Promise<void>
}
/** A register that cannot even be looked at: the message, and the way back from a backup. */
function Unopened({ error, onRetry }: UnopenedProps) {
  const [restoring, setRestoring] = useState(false)
  if (restoring) return <Restore onBack={() => setRestoring(false)} onRestored={() => void onRetry()} />
  return (
    <EntryPage title={t.common.product} note={t.common.productTitle}>
      <ErrorNotice error={error} onRetry={() => void onRetry()} />
      <button type="button" className="link" onClick={() => setRestoring(true)}>
        {t.entry.restore}
      </button>
    </EntryPage>
  )
}

export interface EntryProps {
  readonly status: RegisterStatus
  readonly onFresh: (fresh: FreshCode) => void
  readonly onOpened: () => Promise<void>
}
