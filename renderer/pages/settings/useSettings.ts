import { useQueryClient } from '@tanstack/react-query'
import type { Settings } from '../../../shared/settings.ts'
import { useAct, useCall } from '../../api/client.ts'

/** The office's settings and one way to change some of them; what was saved shows at once. */
export function useSettings() {
  const queries = useQueryClient()
  const all = useCall('setting.all', {})
  const act = useAct('setting.save')
  const save = (changes: Partial<Settings>, done?: () => void) =>
    act.mutate(changes, {
      onSuccess: (saved) => {
        queries.setQueryData(['setting.all', {}], saved)
        done?.()
      },
    })
  return {
    settings: all.data,
    readError: all.error,
    save,
    saving: act.isPending,
    saved: act.isSuccess,
    saveError: act.error,
    forget: act.reset,
  }
}
