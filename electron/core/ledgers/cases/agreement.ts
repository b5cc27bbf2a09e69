import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { paperKey } from '../../../../shared/rules/casePapers.ts'
import { effectiveOn } from '../../../../shared/rules/effect.ts'
import { supplementEffectiveOn } from '../../../../shared/rules/supplement.ts'
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
  readonly paper: 'agreement' | 'supplement'
  readonly part: number
  /** The case with the acts in it. */
  readonly data: DisputeData
  /** The day the last of the three acts was done; null while one is missing. */
  readonly on: string | null
}
/** Keeps the PDF as it was signed and freezes what it prints: one transaction. */
async function takeEffect(ctx: Ctx, { id, revision, handwritten, paper, part, data, on }: Effect): Promise<void> {
  const key = paperKey(paper, part)
  const frozen = on !== null && !isKept(ctx.register.db, id, key)
  const made = frozen ? await renderCasePaper(ctx, data, { paper, mode: 'final', part }, on) : null
  if (made && made.missingGlyphs.length > 0 && !handwritten)
    throw new AppError('glyph-missing', { glyphs: made.missingGlyphs.join('') })
  const attachment = made ? await storeAttachment(ctx.register, made.pdf) : ''
  write(ctx, (tx) => {
    keep(ctx, tx, { ledger: 'dispute', id, revision, data: data as unknown as AnyData })
    if (!made) return
    keepPaper(tx, id, key, attachment, made)
    tx.event(`${paper}.effective`, { on, part }, { book: 'mediation', ledger: 'dispute', recordId: id })
    tx.step('effect:kept')
  })
  ctx.emit({ type: 'changed', what: 'dispute' })
}

/** An agreement in effect without a kept PDF was signed on paper before it came into the register. */
function refuseOnFile(ctx: Ctx, id: string, data: DisputeData): void {
  if (effectiveOn(data) !== null && !isKept(ctx.register.db, id, 'agreement')) throw new AppError('paper-on-file')
}

/** What all have signed and sealed is the result, also where nobody wrote that down before. */
const withResult = (d: DisputeData): DisputeData =>
  d.result === null && effectiveOn(d) !== null
    ? { ...d, result: 'written', resultDate: d.resultDate ?? d.signedByPartiesOn }
    : d

export const agreementHandlers = {
  'agreement.takeEffect': async (ctx, input) => {
    const old = readRecord(ctx.register.db, 'dispute', input.id, ctx.session)
    if (old.data.agreementNo === null) throw new AppError('paper-incomplete', { needs: 'agreementNo' })
    refuseOnFile(ctx, input.id, old.data as unknown as DisputeData)
    const { signedByPartiesOn, signedByMediatorsOn, sealedOn } = input
    const acted = { ...old.data, signedByPartiesOn, signedByMediatorsOn, sealedOn } as unknown as DisputeData
    const signed = withResult(acted)
    refuseInvalid(ctx, 'dispute', signed as unknown as AnyData)
    const on = effectiveOn(signed)
    await takeEffect(ctx, { ...input, paper: 'agreement', part: 0, data: signed, on })
    return { effectiveOn: on }
  },
  'supplement.takeEffect': async (ctx, { part, ...input }) => {
    const old = readRecord(ctx.register.db, 'dispute', input.id, ctx.session).data as unknown as DisputeData
    const supplement = old.supplements[part]
    if (supplement === undefined) throw new AppError('not-found')
    if (effectiveOn(old) === null) throw new AppError('agreement-not-in-effect')
    const { signedByPartiesOn, signedByMediatorsOn, sealedOn } = input
    const acted = { ...supplement, signedByPartiesOn, signedByMediatorsOn, sealedOn }
    const data = { ...old, supplements: old.supplements.with(part, acted) }
    refuseInvalid(ctx, 'dispute', data as unknown as AnyData)
    const on = supplementEffectiveOn(acted)
    await takeEffect(ctx, { ...input, paper: 'supplement', part, data, on })
    return { effectiveOn: on }
  },
} satisfies Partial<Handlers>
