import { App, Button } from 'antd'
import { hezuoUnits } from '../../../shared/hezuoUnits.ts'
import { useAct, useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'

/** 合作市 and its ten units, in one step, until all are there; a sample register has places of its own that do not exist. */
export function LoadUnits() {
  const { message } = App.useApp()
  const { profile } = useSession()
  const load = useAct('place.loadUnits')
  const places = useCall('place.names', {})
  const codes = new Set(places.data?.map((p) => p.code))
  if (profile.sample || hezuoUnits.every((u) => codes.has(u.code))) return null
  const words = t.places.load
  const start = () =>
    load.mutate(
      { ledger: 'place' },
      {
        onSuccess: ({ added }) => void message.success(added === 0 ? words.none : fill(words.done, { count: added })),
      },
    )
  return (
    <>
      <Button onClick={start} loading={load.isPending}>
        {words.act}
      </Button>
      <ErrorNotice error={load.error} />
    </>
  )
}
