import { useState } from 'react'
import { useCall } from '../../api/client.ts'
import { LeavingPanel } from './LeavingPanel.tsx'
import type { BookProps } from './ReportPage.tsx'
import { SealPanel } from './SealPanel.tsx'

/** Most rows of a ledger that are shown; the rest is the same kind of row. */
const shownRows = 200

/** Left exactly what will leave, right where to and the one button. */
export function ThisHandover({ book, state }: BookProps) {
  const [baseline, setBaseline] = useState(false)
  const leaving = useCall('handover.leaving', { book, baseline, rows: shownRows })
  return (
    <div className="desk-columns">
      <LeavingPanel leaving={leaving} baseline={baseline} onBaseline={setBaseline} />
      <SealPanel book={book} state={state} leaving={leaving.data} baseline={baseline} />
    </div>
  )
}
