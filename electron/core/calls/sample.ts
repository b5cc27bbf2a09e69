import * as fs from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Profile, SessionInfo } from '../../../shared/contract/session.ts'
import { contract, type Input } from '../../../shared/contract.ts'
import { AppError } from '../../../shared/errors.ts'
import { dataSchema } from '../../../shared/ledgers/check.ts'
import { type Ctx, type Handlers, write } from '../context.ts'
import { agreementHandlers } from '../ledgers/cases/agreement.ts'
import { numberHandlers } from '../ledgers/cases/numbers.ts'
import { writeFact } from '../register/facts.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { type Caller, enterSamples } from '../sample/entering.ts'
import { enterHezuo, type SaveAll } from '../sample/hezuo/enter.ts'
import { hezuoUnits } from '../sample/hezuo/units.ts'
import { mediatorList, sampleUser, township } from '../sample/township.ts'
import { keep, recordHandlers, refuseInvalid } from './records.ts'
import { enter, founderRoles, writeRoles } from './session.ts'

const used = { ...recordHandlers, ...numberHandlers, ...agreementHandlers } as unknown as Handlers
/** Everybody sees the same sample. */
const seed = 1

/** The handlers a window's calls reach, for work that is already inside the core; lets others in between two calls. */
const callerOf =
  (ctx: Ctx): Caller =>
  async (name, input) => {
    await setImmediate()
    const handler = used[name] as (ctx: Ctx, input: unknown) => unknown
    return handler(ctx, contract[name].input.parse(input)) as never
  }

/** Many records in one transaction, each checked and kept as a window's save is; lets others in before. */
const saveAllOf =
  (ctx: Ctx): SaveAll =>
  async (ledger, records) => {
    await setImmediate()
    for (const data of records) refuseInvalid(ctx, ledger, dataSchema(ledger).parse(data))
    const ids = write(ctx, (tx) => records.map((data) => keep(ctx, tx, { ledger, id: null, revision: 0, data }).id))
    ctx.emit({ type: 'changed', what: ledger })
    return ids
  }

type Wishes = Input<'register.createSample'>
async function fill(ctx: Ctx, wishes: Wishes): Promise<void> {
  const progress = (done: number) => ctx.job.step('generating', done)
  const today = ctx.clock.today()
  progress(0)
  if ('cases' in wishes) await enterSamples(callerOf(ctx), { seed, cases: wishes.cases, today, progress })
  else await enterHezuo({ ...wishes.hezuo, today, save: saveAllOf(ctx), progress })
}

/** What a sample that was not finished leaves behind is nobody's data: it goes, so that one can begin again. */
async function clearAway(ctx: Ctx): Promise<void> {
  ctx.setSession(null)
  await ctx.holder.close()
  fs.rmSync(ctx.holder.folder, { recursive: true, force: true })
}

/** Whose register it is: the office of 示例乡, or one of the units of the city's sample. */
function ownerOf(wishes: Wishes): Pick<Profile, 'unitName' | 'unitCode'> {
  if ('cases' in wishes) return township
  const unit = hezuoUnits[wishes.hezuo.unit]
  if (!unit) throw new AppError('input-invalid', { field: 'unit' })
  return { unitName: unit.name, unitCode: unit.code }
}

async function createSample(ctx: Ctx, wishes: Wishes): Promise<{ session: SessionInfo }> {
  const { committee, caseNoPattern, agreementNoPattern } = township
  const { unitName, unitCode } = ownerOf(wishes)
  const profile: Profile = { kind: 'unit', sample: true, unitName, unitCode, book: null }
  ctx.job.step('preparing', null)
  const settle = (tx: Tx, userId: string) => {
    writeRoles(tx.db, userId, founderRoles(profile))
    writeFact(tx.db, 'settings', { committee, caseNoPattern, agreementNoPattern, mediators: mediatorList })
  }
  const made = await ctx.holder.create({ profile, founder: sampleUser, fill: settle })
  try {
    const session = enter(ctx, made.userId)
    await fill(ctx, wishes)
    return { session }
  } catch (e) {
    await clearAway(ctx)
    throw e
  }
}

export const sampleHandlers = { 'register.createSample': createSample } satisfies Partial<Handlers>
