import { Button } from 'antd'
import { useAct, useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { fill, t } from '../../text.ts'

const words = t.dossierDesk.whole

interface Props {
  readonly id: string
  /** Pages with a number, as the dossier was bound. */
  readonly pages: number
}

/** 把总页数填入: the case's 总页数 becomes what was counted. */
export function FillPages({ id, pages }: Props) {
  const of = { ledger: 'dispute', id } as const
  const record = useCall('record.get', of)
  const save = useAct('record.save')
  if (record.data === undefined) return null
  const { revision, data } = record.data
  if (data.pages === pages) return <span role="status">{fill(words.pagesFilled, { pages })}</span>
  const put = () =>
    save.mutate(
      { ...of, revision, data: { ...data, pages } as never },
      { onSuccess: () => void record.refetch(), onError: () => void record.refetch() },
    )
  return (
    <>
      <Button size="small" loading={save.isPending} onClick={put}>
        {fill(words.fillPages, { pages })}
      </Button>
      <ErrorNotice error={save.error} onClose={save.reset} />
    </>
  )
}
