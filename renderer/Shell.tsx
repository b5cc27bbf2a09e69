import { useCallback, useEffect, useState } from 'react'
import { useCall } from './api/client.ts'
import { useHelpKey } from './keys.ts'
import { PageOf } from './pages/PageOf.tsx'
import { PageGuard } from './parts/PageGuard.tsx'
import { Rail } from './parts/Rail.tsx'
import { TopLine } from './parts/TopLine.tsx'
import { useRoute } from './route.ts'
import { useIdleLock, useLock, useSession } from './session.ts'
import { t } from './text.ts'

/** The signed-in window: rail, top line and the page. */
export function Shell() {
  const session = useSession()
  const route = useRoute()
  const lockNow = useLock()
  const [locking, setLocking] = useState(false)
  const lock = useCallback(async () => {
    setLocking(true)
    await lockNow().finally(() => setLocking(false))
  }, [lockNow])
  useIdleLock(session.idleMinutes, lock)
  useHelpKey()
  const settings = useCall('setting.all', {})
  const { sample, unitName } = session.profile
  useEffect(() => {
    document.title = `${t.common.product} · ${unitName}`
  }, [unitName])
  return (
    <div className={`shell${sample ? ' is-sample' : ''}${settings.data?.largeText ? ' large-text' : ''}`}>
      {sample && (
        <p className="sample-band" role="note">
          <strong>{t.common.sample}</strong>
          {t.common.sampleNote}
        </p>
      )}
      <TopLine route={route} onLock={lock} locking={locking} />
      <Rail route={route} />
      <main className="page" tabIndex={-1}>
        <PageGuard page={route.join('/')}>
          <PageOf route={route} />
        </PageGuard>
      </main>
    </div>
  )
}
