import { App, Button } from 'antd'
import { useAct } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'

/** 合作市 and its ten units, in one step; a sample register has places of its own that do not exist. */
export function LoadUnits() {
  const { message } = App.useApp()
  const { profile } = useSession()
  const load = useAct('place.loadUnits')
  if (profile.sample) return null
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
