import { Button } from 'antd'
import type { PaperMode } from '../../parts/PaperPreview.tsx'
import { t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'

interface Props {
  readonly actions: FormActions
  readonly onPreview: (mode: PaperMode) => void
}

/** 人民调解协议书: a draft for the table, the final one with its number, a blank one to fill by hand. */
export function PapersPanel({ actions, onPreview }: Props) {
  const { form, save } = actions
  const numbered = Boolean(form.data.agreementNo)
  const open = async (mode: PaperMode) => {
    if (form.dirty && (await save()) === null) return
    onPreview(mode)
  }
  if (form.view === null) return null
  const frozen = form.view.frozenFields.length > 0
  return (
    <section className="papers" aria-label={t.pages.case.papers}>
      <h3>{t.pages.case.agreementPaper}</h3>
      <div className="paper-buttons">
        <Button onClick={() => void open('draft')} disabled={frozen}>
          {t.pages.case.draft}
        </Button>
        <Button
          onClick={() => void open('final')}
          disabled={!numbered}
          title={numbered ? '' : t.pages.case.finalNeedsNumber}
        >
          {frozen ? t.pages.case.copy : t.pages.case.final}
        </Button>
        <Button onClick={() => void open('blank')}>{t.pages.case.blank}</Button>
      </div>
      {!numbered && <p className="quiet">{t.pages.case.finalNeedsNumber}</p>}
    </section>
  )
}
