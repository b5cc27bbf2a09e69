import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { effectiveOn } from '../../../../shared/rules/effect.ts'
import { keep, refuseInvalid } from '../../calls/records.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { readRecord } from '../../register/access.ts'
import { storeAttachment } from '../../register/attachments.ts'
import { isKept, keepPaper } from './keptPapers.ts'
import { renderCasePaper } from './papers.ts'

interface Effect {
  readonly id: string
  readonly revision: number
  /** The characters no font has were written by hand on the paper. */
  readonly handwritten: boolean
}
/** Keeps the PDF as it was signed and freezes what it prints: one transaction. */
async function takeEffect(ctx: Ctx, { id, revision, handwritten }: Effect, data: DisputeData): Promise<string | null> {
  const on = effectiveOn(data)
  const frozen = on !== null && !isKept(ctx.register.db, id, 'agreement')
  const made = frozen ? await renderCasePaper(ctx, data, { paper: 'agreement', mode: 'final', part: 0 }, on) : null
  if (made && made.missingGlyphs.length > 0 && !handwritten)
    throw new AppError('glyph-missing', { glyphs: made.missingGlyphs.join('') })
  const attachment = made ? await storeAttachment(ctx.register, made.pdf) : ''
  write(ctx, (tx) => {
    keep(ctx, tx, { ledger: 'dispute', id, revision, data: data as unknown as AnyData })
    if (!made) return
    keepPaper(tx, id, 'agreement', attachment, made)
    tx.event('agreement.effective', { on }, { book: 'mediation', ledger: 'dispute', recordId: id })
  })
  return on
}

export const agreementHandlers = {
  'agreement.takeEffect': async (ctx, input) => {
    const old = readRecord(ctx.register.db, 'dispute', input.id, ctx.session)
    if (old.data.agreementNo === null) throw new AppError('paper-incomplete', { needs: 'agreementNo' })
    const { signedByPartiesOn, signedByMediatorsOn, sealedOn } = input
    const data: AnyData = { ...old.data, signedByPartiesOn, signedByMediatorsOn, sealedOn }
    refuseInvalid(ctx, 'dispute', data)
    const on = await takeEffect(ctx, input, data as unknown as DisputeData)
    ctx.emit({ type: 'changed', what: 'dispute' })
    return { effectiveOn: on }
  },
} satisfies Partial<Handlers>
