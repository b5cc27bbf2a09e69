import type { Replaced } from '../../../../shared/contract/posts.ts'
import { AppError, type Problem } from '../../../../shared/errors.ts'
import { problemsOf } from '../../../../shared/ledgers/check.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../../../shared/ledgers/index.ts'
import type { PostData } from '../../../../shared/ledgers/post.ts'
import { daysBetween } from '../../../../shared/rules/dates.ts'
import { filledPost } from '../../../../shared/rules/post.ts'
import { endProblems, type SuccessorFields, succession, successorOf } from '../../../../shared/rules/tenures.ts'
import { keep, refuseInvalid, ruleContext, viewOf } from '../../calls/records.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { readRecord } from '../../register/access.ts'
import type { StoredRecord } from '../../register/records.ts'
import type { Tx } from '../../register/unitOfWork.ts'

interface End {
  readonly id: string
  readonly revision: number
  readonly on: string
  readonly reason: string
}

const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new AppError('record-invalid', { problems })
}
const about = (recordId: string) => ({ book: 'teams', ledger: 'post', recordId }) as const
const dataOf = (record: StoredRecord): PostData => record.data as unknown as PostData
const asData = (d: PostData): AnyData => d as unknown as AnyData

/** Throws `revision-conflict` before anything is judged: the post may have ended meanwhile. */
function standing(ctx: Ctx, tx: Tx, { id, revision }: End): PostData {
  const old = readRecord(tx.db, 'post', id, ctx.session)
  if (old.revision !== revision) throw new AppError('revision-conflict', { revision: old.revision })
  return dataOf(old)
}

function end(ctx: Ctx, tx: Tx, given: End, old: PostData): StoredRecord {
  const { id, revision, on, reason } = given
  const data = asData({ ...old, leftOn: on, leavingReason: reason })
  refuse(endProblems(old, on))
  refuseInvalid(ctx, 'post', data)
  return keep(ctx, tx, { ledger: 'post', id, revision, data })
}

/** The successor's record; its problems are named under `successor`, where they were typed. */
function follow(ctx: Ctx, tx: Tx, given: End & { readonly successor: SuccessorFields }, old: PostData): StoredRecord {
  const person = { ...given.successor, selectedOn: given.successor.selectedOn ?? given.on }
  refuse(succession(given.on, person.selectedOn))
  const context = ruleContext(ctx)
  const made = successorOf(old, given.id, person)
  const filled = filledPost(made, { ...made, idNumber: null }, 'idNumber', context)
  const wrong = problemsOf(ledgerOf('post'), asData(filled), context).filter((p) => p.severity === 'error')
  refuse(wrong.map((p) => ({ ...p, path: `successor.${p.path}` })))
  return keep(ctx, tx, { ledger: 'post', id: null, revision: 0, data: asData(filled) })
}

function replace(ctx: Ctx, given: End & { readonly successor: SuccessorFields }): Replaced {
  const [left, made] = write(ctx, (tx) => {
    const old = standing(ctx, tx, given)
    const ended = end(ctx, tx, given, old)
    tx.step('replace:ended')
    const successor = follow(ctx, tx, given, old)
    tx.event('post.replaced', { on: given.on, successor: successor.id }, about(given.id))
    return [ended, successor]
  })
  ctx.emit({ type: 'changed', what: 'post' })
  const gapDays = daysBetween(given.on, dataOf(made).selectedOn ?? given.on)
  return { left: viewOf(ctx, 'post', left), successor: viewOf(ctx, 'post', made), gapDays }
}

export const postActHandlers = {
  'post.replace': replace,
  'post.end': (ctx, given) => {
    const left = write(ctx, (tx) => {
      const ended = end(ctx, tx, given, standing(ctx, tx, given))
      tx.event('post.ended', { on: given.on }, about(given.id))
      return ended
    })
    ctx.emit({ type: 'changed', what: 'post' })
    return viewOf(ctx, 'post', left)
  },
} satisfies Partial<Handlers>
