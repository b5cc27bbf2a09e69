/** The contract's calls about cards and about an office's handovers. */
import * as path from 'node:path'
import type { CallName } from '../../../shared/contract.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { type Ctx, type Handlers, write } from '../context.ts'
import { toHex } from '../crypto.ts'
import { diskError, writeAtomically } from '../files.ts'
import { currentStation } from '../register/life.ts'
import { cardView, confirmCheckCode, makeCard, readCard } from './cards.ts'
import { type Card, cardFileName, formatVersion } from './format.ts'
import { confirmByPhone, takeReceipt } from './receipts.ts'
import { storeRecipient, storeUnit } from './recipients.ts'
import { leavingView, seal, verifySealed } from './seal.ts'
import { bookState } from './state.ts'

type Own = Extract<CallName, `card.${string}` | `handover.${string}`>

/** The card of this register: a unit's for any recipient, a recipient's for its one book. */
function ownCard({ register, profile, clock }: Ctx, book: Book | null): Card {
  const station = currentStation(register.db)
  if (profile.kind === 'recipient' && book !== null && book !== profile.book) throw new AppError('file-other-book')
  return {
    format: 'jiefenbu-card',
    version: formatVersion,
    kind: profile.kind,
    name: profile.unitName,
    code: profile.unitCode,
    book: profile.kind === 'recipient' ? profile.book : null,
    station: station.id,
    signKey: toHex(station.sign_public),
    ageRecipient: station.age_recipient,
    sample: profile.sample,
    made: clock.now(),
  }
}

async function writeCard(ctx: Ctx, book: Book | null, folder: string): Promise<{ fileName: string }> {
  const station = currentStation(ctx.register.db)
  const card = ownCard(ctx, book)
  const fileName = cardFileName(card)
  try {
    await writeAtomically(
      path.join(folder, fileName),
      makeCard(card, { publicKey: station.sign_public, privateKey: station.sign_private }),
    )
  } catch (e) {
    throw diskError(e, 'target')
  }
  return { fileName }
}

/** Enrols the other side: an office takes recipients' cards, a recipient units'. Sample never meets real. */
function accept(ctx: Ctx, card: Card, typed: string): void {
  confirmCheckCode(card, typed)
  if (card.sample !== ctx.profile.sample) throw new AppError('sample-mismatch')
  if (card.kind === ctx.profile.kind) throw new AppError('wrong-profile')
  write(ctx, (tx) => (card.book === null ? storeUnit(tx, card) : storeRecipient(tx, card.book, card)))
  ctx.emit({ type: 'changed', what: card.book === null ? 'city' : 'handover' })
}

const deskOf = (ctx: Ctx) => ({ register: ctx.register, clock: ctx.clock, userId: ctx.session.userId })
const changed = (ctx: Ctx) => ctx.emit({ type: 'changed', what: 'handover' })

export const handoverHandlers = {
  'card.own': (ctx, { book }) => cardView(ownCard(ctx, book)),
  'card.write': (ctx, { book, place }) => writeCard(ctx, book, ctx.places.resolve(place)),
  'card.inspect': async (ctx, { file }) => cardView(await readCard(ctx.places.resolve(file))),
  'card.accept': async (ctx, { file, checkCode }) => {
    const card = await readCard(ctx.places.resolve(file))
    accept(ctx, card, checkCode)
    return cardView(card)
  },
  'handover.leaving': (ctx, order) => leavingView(ctx.register, order),
  'handover.seal': async (ctx, { book, place, baseline }) => {
    const input = { book, baseline, folder: ctx.places.resolve(place), unitCode: ctx.profile.unitCode }
    const sealed = await seal(deskOf(ctx), input, ctx.job)
    changed(ctx)
    return { ...sealed, placeLabel: ctx.places.labelOf(place) }
  },
  'handover.verify': (ctx, { book, file }) => verifySealed(ctx.register, book, ctx.places.resolve(file)),
  'handover.state': (ctx, { book }) => bookState(ctx.register.db, book, ctx.session),
  'handover.takeReceipt': async (ctx, { book, file }) => {
    const taken = await takeReceipt(deskOf(ctx), book, ctx.places.resolve(file))
    changed(ctx)
    return taken
  },
  'handover.confirmByPhone': (ctx, { book, no, code }) => {
    confirmByPhone(deskOf(ctx), book, no, code)
    changed(ctx)
    return bookState(ctx.register.db, book, ctx.session)
  },
} satisfies Pick<Handlers, Own>
