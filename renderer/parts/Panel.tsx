import { type ReactNode, useId } from 'react'
import './Panel.css'

interface Props {
  readonly title: string
  readonly note?: string
  readonly extra?: ReactNode
  /** Takes the height that is left; its content scrolls. */
  readonly grow?: boolean
  readonly children: ReactNode
}

/** A titled part of a page. */
export function Panel({ title, note, extra, grow = false, children }: Props) {
  const id = useId()
  return (
    <section className={`panel${grow ? ' grow' : ''}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {extra}
      </div>
      {note && <p className="panel-note">{note}</p>}
      {children}
    </section>
  )
}
