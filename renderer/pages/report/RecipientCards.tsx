import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'
import { CardFacts, EnrolCard } from './EnrolCard.tsx'
import { OwnCard } from './OwnCard.tsx'
import type { BookProps } from './ReportPage.tsx'

/** Enrolling both ways: this office's card to the recipient, the recipient's card in here. */
export function RecipientCards({ book, state }: BookProps) {
  const words = t.report.card
  const { recipient } = state
  return (
    <div className="desk-columns even">
      <div className="desk-column">
        <OwnCard book={null} title={words.ownTitle} note={words.ownHint} written={words.written} />
      </div>
      <div className="desk-column">
        {recipient && (
          <Panel title={fill(words.has, { name: recipient.name })}>
            <CardFacts card={recipient} withCode />
          </Panel>
        )}
        <EnrolCard
          expects="recipient"
          book={book}
          title={recipient === null ? words.recipientTitle : words.replace}
          note={recipient === null ? words.steps : undefined}
          choose={words.choose}
        />
      </div>
    </div>
  )
}
