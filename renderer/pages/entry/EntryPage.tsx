import type { ReactNode } from 'react'
import { t } from '../../text.ts'

interface Props {
  readonly title: string
  readonly note?: string
  readonly sample?: boolean
  readonly children: ReactNode
}

/** One quiet column in the middle: everything before sign-in looks like this. */
export function EntryPage({ title, note, sample = false, children }: Props) {
  return (
    <main className="entry">
      <section className="entry-box">
        {sample && <p className="sample-band">{`${t.common.sample} · ${t.common.sampleNote}`}</p>}
        <h1>{title}</h1>
        {note && <p className="note">{note}</p>}
        {children}
      </section>
    </main>
  )
}
