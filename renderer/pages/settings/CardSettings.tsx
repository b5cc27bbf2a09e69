import { useSession } from '../../session.ts'
import { t } from '../../text.ts'
import { EnrolCard } from '../report/EnrolCard.tsx'
import { OwnCard } from '../report/OwnCard.tsx'

/** Cards both ways for the 管理员, who needs no role in a book for them. */
export function CardSettings() {
  const { profile } = useSession()
  const unit = profile.kind === 'unit'
  const own = unit
    ? { title: t.report.card.ownTitle, note: t.report.card.ownHint, written: t.report.card.written }
    : { title: t.city.cards.ownTitle, note: t.city.cards.ownHint, written: t.city.cards.written }
  const other = unit
    ? { title: t.report.card.recipientTitle, note: t.report.card.steps, choose: t.report.card.choose }
    : { title: t.city.cards.unitTitle, note: t.city.cards.unitHint, choose: t.city.cards.choose }
  return (
    <div className="settings-section">
      <EnrolCard expects={unit ? 'recipient' : 'unit'} book={null} {...other} />
      <OwnCard book={profile.book} {...own} />
    </div>
  )
}
