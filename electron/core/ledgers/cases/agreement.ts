import * as fs from 'node:fs'
import * as path from 'node:path'
import type { PaperView } from '../../../../shared/contract/office.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { effectiveOn } from '../../../../shared/rules/effect.ts'
import { keep, refuseInvalid } from '../../calls/records.ts'
import { readSettings } from '../../calls/settings.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { sha256 } from '../../crypto.ts'
import { diskError, writeAtomically } from '../../files.ts'
import { agreement } from '../../papers/agreement.ts'
import { renderPaper } from '../../papers/render.ts'
import { noteAccess, openRecord, readRecord } from '../../register/access.ts'
import { readAttachment, referAttachment, storeAttachment } from '../../register/attachments.ts'
import { statement } from '../../register/statements.ts'

type Mode = 'draft' | 'final' | 'blank'

async function render(ctx: Ctx, data: DisputeData, mode: Mode, on: string) {
  if (mode === 'final' && data.agreementNo === null) throw new AppError('paper-incomplete', { needs: 'agreementNo' })
  const committee = data.committee ?? readSettings(ctx.register.db).committee
  return renderPaper(agreement({ data, committee, mode, number: data.agreementNo, on, sample: ctx.profile.sample }))
}

interface Kept {
  readonly attachment: string
  readonly pages: number
}
const keptAgreement = (ctx: Ctx, id: string): Kept | undefined =>
  statement(
    ctx.register.db,
    "SELECT attachment, pages FROM kept_paper WHERE record_id = ? AND paper = 'agreement'",
  ).get(id) as Kept | undefined

async function paper(ctx: Ctx, id: string, mode: Mode): Promise<PaperView> {
  const record = openRecord(ctx.register.db, 'dispute', id, ctx.session, ctx.clock.now())
  const kept = mode === 'final' ? keptAgreement(ctx, id) : undefined
  // From 生效 a reprint is a 副本 of the kept PDF, never a new rendering.
  if (kept)
    return { pdf: readAttachment(ctx.register, kept.attachment), pages: kept.pages, missingGlyphs: [], frozen: true }
  const made = await render(ctx, record.data as unknown as DisputeData, mode, ctx.clock.today())
  return { ...made, frozen: false }
}

/** Copies printed so far; the next print gets the number after it. */
const copiesPrinted = (ctx: Ctx, id: string): number =>
  Number(
    statement(
      ctx.register.db,
      "SELECT coalesce(sum(json_extract(facts, '$.copies')), 0) FROM access_log WHERE record_id = ? AND what = 'print'",
    )
      .pluck()
      .get(id),
  )

/** Where plain files go when no place was chosen: one marked folder, so that they are found and deleted. */
async function plainFolder(ctx: Ctx): Promise<string> {
  const offered = (await ctx.host.places()).find((p) => p.kind === 'folder')
  const folder = path.join(offered?.path ?? path.dirname(ctx.holder.folder), '明文文件（用后删除）')
  fs.mkdirSync(folder, { recursive: true })
  return folder
}
const forbiddenInNames = /[\\/:*?"<>|\p{Cc}]/gu
/** The paper, its number where it carries one, and when it was saved. */
function pdfName(data: AnyData, mode: Mode, at: string): string {
  const which = { draft: '草稿', final: String(data.agreementNo ?? ''), blank: '空白' }[mode]
  const stamp = at.slice(0, 19).replace(/[-:T]/g, '')
  return `人民调解协议书${which}-${stamp}.pdf`.replace(forbiddenInNames, '_')
}

interface Effect {
  readonly id: string
  readonly revision: number
  /** The characters no font has were written by hand on the paper. */
  readonly handwritten: boolean
}
/** Keeps the PDF as it was signed and freezes what it prints: one transaction. */
async function takeEffect(ctx: Ctx, { id, revision, handwritten }: Effect, data: DisputeData): Promise<string | null> {
  const on = effectiveOn(data)
  const frozen = on !== null && keptAgreement(ctx, id) === undefined
  const made = frozen ? await render(ctx, data, 'final', on) : null
  if (made && made.missingGlyphs.length > 0 && !handwritten)
    throw new AppError('glyph-missing', { glyphs: made.missingGlyphs.join('') })
  const attachment = made ? await storeAttachment(ctx.register, made.pdf) : ''
  write(ctx, (tx) => {
    keep(ctx, tx, { ledger: 'dispute', id, revision, data: data as unknown as AnyData })
    if (!made) return
    referAttachment(tx, attachment, made.pdf.length)
    statement(
      tx.db,
      "INSERT INTO kept_paper (record_id, paper, hash, attachment, pages, at) VALUES (?, 'agreement', ?, ?, ?, ?)",
    ).run(id, sha256(made.pdf), attachment, made.pages, tx.at)
    tx.event('agreement.effective', { on }, { book: 'mediation', ledger: 'dispute', recordId: id })
  })
  return on
}

export const agreementHandlers = {
  'agreement.preview': (ctx, input) => paper(ctx, input.id, input.mode),
  'agreement.printed': (ctx, input) => {
    readRecord(ctx.register.db, 'dispute', input.id, ctx.session)
    const copyNo = copiesPrinted(ctx, input.id) + 1
    write(ctx, (tx) => {
      const facts = { paper: 'agreement', mode: input.mode, copies: input.copies, copyNo }
      tx.event('paper.printed', facts, { book: 'mediation', ledger: 'dispute', recordId: input.id })
      noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'print', ledger: 'dispute', recordId: input.id, facts })
    })
    return { copyNo }
  },
  'agreement.savePdf': async (ctx, input) => {
    const { pdf } = await paper(ctx, input.id, input.mode)
    const { data } = readRecord(ctx.register.db, 'dispute', input.id, ctx.session)
    const folder = input.place === null ? await plainFolder(ctx) : ctx.places.resolve(input.place)
    const fileName = pdfName(data, input.mode, ctx.clock.now())
    try {
      await writeAtomically(path.join(folder, fileName), pdf)
    } catch (e) {
      throw diskError(e, 'target')
    }
    write(ctx, (tx) => {
      tx.event(
        'paper.saved',
        { paper: 'agreement', mode: input.mode },
        { book: 'mediation', ledger: 'dispute', recordId: input.id },
      )
      noteAccess(tx.db, {
        at: tx.at,
        by: tx.by,
        what: 'save-pdf',
        ledger: 'dispute',
        recordId: input.id,
        facts: { mode: input.mode },
      })
    })
    return { fileName }
  },
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
