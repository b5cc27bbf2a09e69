import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider, type ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import { useEffect, useMemo } from 'react'
import type { AppError } from '../shared/errors.ts'
import { onEvent, useCall } from './api/client.ts'
import { nonce } from './csp.ts'
import { EntryGate } from './pages/entry/EntryGate.tsx'
import { flushAll } from './pending.ts'
import { language, t } from './text.ts'
import { windowTheme } from './theme.ts'

/** Asking again cannot mend a refusal; only a core that did not answer is asked once more. */
const retry = (failures: number, error: Error) => failures < 1 && (error as AppError).code === 'internal'

// The type checker reads these files as CommonJS, the bundler as the modules they are.
const locale = (language === 'en' ? enUS : zhCN) as unknown as ConfigProviderProps['locale']

const makeQueries = () =>
  new QueryClient({ defaultOptions: { queries: { retry, staleTime: 10_000, refetchOnWindowFocus: false } } })

/** Milliseconds over which many changes (an import) count as one. */
const burst = 250

/** The core's events make every shown list and fact ask again, once per burst. */
function useFreshness(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | null = null
    const stop = onEvent((event) => {
      if (event.type === 'locked') void flushAll().finally(() => queries.resetQueries())
      if (event.type !== 'changed' || waiting !== null) return
      waiting = setTimeout(() => {
        waiting = null
        void queries.invalidateQueries()
      }, burst)
    })
    const leaving = () => void flushAll()
    window.addEventListener('pagehide', leaving)
    return () => {
      stop()
      if (waiting !== null) clearTimeout(waiting)
      window.removeEventListener('pagehide', leaving)
    }
  }, [queries])
}

function Themed() {
  useFreshness()
  const me = useCall('session.me', {})
  const settings = useCall('setting.all', {}, { enabled: me.data !== null && me.data !== undefined })
  const theme = useMemo(() => windowTheme(settings.data?.largeText ?? false), [settings.data?.largeText])
  return (
    <ConfigProvider
      locale={locale}
      renderEmpty={() => <span className="quiet">{t.form.noneFound}</span>}
      theme={theme}
      button={{ autoInsertSpace: false }}
      csp={nonce === undefined ? undefined : { nonce }}
    >
      <AntApp component={false}>
        <EntryGate />
      </AntApp>
    </ConfigProvider>
  )
}

export function App() {
  const queries = useMemo(makeQueries, [])
  return (
    <QueryClientProvider client={queries}>
      <Themed />
    </QueryClientProvider>
  )
}
