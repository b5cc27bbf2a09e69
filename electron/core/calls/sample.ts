import * as fs from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Profile, SessionInfo } from '../../../shared/contract/session.ts'
import { contract } from '../../../shared/contract.ts'
import type { Ctx, Handlers } from '../context.ts'
import { agreementHandlers } from '../ledgers/cases/agreement.ts'
import { numberHandlers } from '../ledgers/cases/numbers.ts'
import { writeFact } from '../register/facts.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { type Caller, enterSamples } from '../sample/entering.ts'
import { mediatorList, sampleUser, township } from '../sample/township.ts'
import { recordHandlers } from './records.ts'
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

async function fill(ctx: Ctx, cases: number): Promise<void> {
  const progress = (done: number) => ctx.job.step('generating', done)
  progress(0)
  await enterSamples(callerOf(ctx), { seed, cases, today: ctx.clock.today(), progress })
}

/** What a sample that was not finished leaves behind is nobody's data: it goes, so that one can begin again. */
async function clearAway(ctx: Ctx): Promise<void> {
  ctx.setSession(null)
  await ctx.holder.close()
  fs.rmSync(ctx.holder.folder, { recursive: true, force: true })
}

async function createSample(ctx: Ctx, { cases }: { readonly cases: number }): Promise<{ session: SessionInfo }> {
  const { committee, caseNoPattern, agreementNoPattern, unitName, unitCode } = township
  const profile: Profile = { kind: 'unit', sample: true, unitName, unitCode, book: null }
  ctx.job.step('preparing', null)
  const settle = (tx: Tx, userId: string) => {
    writeRoles(tx.db, userId, founderRoles(profile))
    writeFact(tx.db, 'settings', { committee, caseNoPattern, agreementNoPattern, mediators: mediatorList })
  }
  const made = await ctx.holder.create({ profile, founder: sampleUser, fill: settle })
  try {
    const session = enter(ctx, made.userId)
    await fill(ctx, cases)
    return { session }
  } catch (e) {
    await clearAway(ctx)
    throw e
  }
}

export const sampleHandlers = { 'register.createSample': createSample } satisfies Partial<Handlers>
