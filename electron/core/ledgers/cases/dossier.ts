/** The dossier of a case as its page shows it. */
import type { DossierItem, DossierView } from '../../../../shared/contract/dossier.ts'
import { problemsOf } from '../../../../shared/ledgers/check.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { ledgerOf } from '../../../../shared/ledgers/index.ts'
import { dossierKindOf, type FilePlace, filePlaces, fileStateOf } from '../../../../shared/rules/dossier.ts'
import {
  type DossierCheck,
  type DossierFacts,
  dossierChecks,
  type FileStanding,
} from '../../../../shared/rules/dossierChecks.ts'
import { ruleContext } from '../../calls/records.ts'
import type { Ctx, Handlers } from '../../context.ts'
import { lookAtRecord, readRecord } from '../../register/access.ts'
import type { Register } from '../../register/open.ts'
import type { StoredRecord } from '../../register/records.ts'
import { readScan, type StoredScan, scansOf } from '../../scans/store.ts'
import { isBound, type KeptMark, marksOf, withoutContent } from './dossierMarks.ts'
import { contentsOf } from './dossierPlan.ts'
import { keptKeys } from './keptPapers.ts'
import { contentOf, lastPrints, type PaperPrint } from './paperPrints.ts'

export interface Standing extends FileStanding {
  readonly kept: boolean
  readonly print: PaperPrint | null
}
/** Everything known of one case's dossier. */
export interface Dossier {
  readonly record: StoredRecord
  readonly data: DisputeData
  readonly items: readonly Standing[]
  readonly scans: readonly StoredScan[]
  readonly context: DossierFacts['context']
}

interface Known {
  readonly marks: ReadonlyMap<string, KeptMark>
  readonly scans: readonly StoredScan[]
  readonly prints: ReadonlyMap<string, PaperPrint>
  readonly kept: readonly string[]
  /** What the paper of a place would say now. */
  readonly contentNow: (place: FilePlace) => string | null
}

function standingOf(place: FilePlace, { marks, scans, prints, kept, contentNow }: Known): Standing {
  const { key } = place
  const [mark, print, isKept] = [marks.get(key) ?? null, prints.get(key) ?? null, kept.includes(key)]
  const differs = (then: string | null | undefined): boolean =>
    typeof then === 'string' && !isKept && then !== contentNow(place)
  const count = scans.filter((s) => s.item === key).length
  return {
    ...place,
    ...{ mark, print, kept: isKept, scans: count, state: fileStateOf(place, mark, count) },
    changedSincePrint: differs(print?.fingerprint),
    changedSinceMark: differs(mark?.fingerprint),
  }
}

/** Throws `not-found` for a case the reader may not know of. */
export function dossierOf(ctx: Ctx, id: string): Dossier {
  const { db } = ctx.register
  const record = readRecord(db, 'dispute', id, ctx.session)
  const [data, context, scans] = [record.data as unknown as DisputeData, ruleContext(ctx), scansOf(db, id)]
  const { settings } = context
  const contentNow = ({ paper, part }: FilePlace) => (paper === null ? null : contentOf(record, paper, part, settings))
  const known = { marks: marksOf(db, id), prints: lastPrints(db, id), kept: keptKeys(db, id), scans, contentNow }
  const items = filePlaces(data, settings).map((place) => standingOf(place, known))
  return { record, data, items, scans, context }
}

function canRead(register: Register, scan: StoredScan): boolean {
  try {
    return readScan(register, scan).bytes.length > 0
  } catch {
    return false
  }
}

export function factsOf(ctx: Ctx, { record, data, items, scans, context }: Dossier): DossierFacts {
  const unreadable = scans.filter((s) => !canRead(ctx.register, s))
  const bound = lastPrints(ctx.register.db, record.id).get('dossier')
  const catalogueOutdated = bound !== undefined && bound.fingerprint !== contentsOf({ items, scans })
  const homeless = scans.filter((s) => items.every((i) => i.key !== s.item))
  return { data, items, context, unreadable, homeless, builtPages: bound?.pages ?? null, catalogueOutdated }
}

const itemView =
  (all: readonly Standing[]) =>
  ({ changedSincePrint, changedSinceMark: _, print, mark, ...item }: Standing): DossierItem => ({
    ...item,
    of: all.filter((x) => x.item === item.item).length,
    mark: withoutContent(mark),
    printed: print === null ? null : { at: print.at, copies: print.copies, changed: changedSincePrint },
  })

/** What a reviewer would remark on. */
export const checksOf = (dossier: Dossier, facts: DossierFacts): readonly DossierCheck[] =>
  dossierChecks(facts, problemsOf(ledgerOf('dispute'), dossier.record.data, dossier.context))

function viewOf(ctx: Ctx, dossier: Dossier): DossierView {
  const { record, data, items, context } = dossier
  const facts = factsOf(ctx, dossier)
  return {
    kind: dossierKindOf(data, context.settings),
    items: items.map(itemView(items)),
    checks: checksOf(dossier, facts),
    locked: isBound(record),
    late: data.lateEntry === true,
    builtPages: facts.builtPages,
  }
}

export const dossierHandlers = {
  'dossier.view': (ctx, { id }) => {
    lookAtRecord(ctx.register.db, 'dispute', id, ctx.session, ctx.clock.now())
    return viewOf(ctx, dossierOf(ctx, id))
  },
} satisfies Partial<Handlers>
