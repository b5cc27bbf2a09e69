/** 区划与单位: names understood as people write them, the list kept free of contradictions, renaming followed. */
import { AppError } from '../../../../shared/errors.ts'
import { type AnyData, emptyPart } from '../../../../shared/ledgers/describe.ts'
import { ledgers } from '../../../../shared/ledgers/index.ts'
import type { PlaceData } from '../../../../shared/ledgers/place.ts'
import { type PlaceName, pathOf, placeProblems, placesNamed, upperNamed } from '../../../../shared/rules/places.ts'
import type { Db } from '../../register/open.ts'
import { loadRecord, type StoredRecord, saveRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'
import { type LedgerService, plainService } from '../service.ts'
import { readPlaces } from './placeList.ts'

/** A record that was saved or passed the checks of its description: level and name are there. */
function asPlace(data: AnyData): Omit<PlaceName, 'id'> {
  const { level, name, formerNames, ...rest } = data as unknown as PlaceData
  if (level === null || name === null) throw new AppError('internal')
  return { ...rest, level, name, formerNames: formerNames.map((f) => ({ name: f.name ?? '', until: f.until })) }
}

const othersOf = (db: Db, id: string | null): readonly PlaceName[] => readPlaces(db).filter((p) => p.id !== id)

/** A renamed place keeps the name it had, so that papers written under it find it. */
function keepFormer(old: PlaceData, next: PlaceData): PlaceData {
  const { name } = old
  if (name === null || name === next.name || next.formerNames.some((f) => f.name === name)) return next
  const { part } = ledgers.place.fields.formerNames
  const kept = { ...emptyPart(part), name, until: null } as PlaceData['formerNames'][number]
  return { ...next, formerNames: [...next.formerNames, kept] }
}

/** Upper place and merging by code or by any name become the full name. What is not understood stays, and is refused. */
function settlePlace(others: readonly PlaceName[], old: PlaceData | null, next: PlaceData): PlaceData {
  const { level, under, mergedInto } = next
  const upper = level === null || under === null ? null : upperNamed(others, level, under)
  const [into, ...more] = mergedInto === null ? [] : placesNamed(others, mergedInto)
  return {
    ...(old === null ? next : keepFormer(old, next)),
    under: upper === null ? under : pathOf(upper),
    mergedInto: into === undefined || more.length > 0 ? mergedInto : pathOf(into),
  }
}

/** What names a place by its full name takes its new one over, and so on downwards. */
function follow(tx: Tx, from: string, to: string): void {
  const ids = statement(tx.db, 'SELECT id FROM place WHERE under = ? OR merged_into = ?').pluck().all(from, from)
  for (const id of ids as readonly string[]) {
    const record = loadRecord(tx.db, 'place', id)
    if (record === null) continue
    const { under, mergedInto } = record.data
    const data: AnyData = {
      ...record.data,
      under: under === from ? to : (under ?? null),
      mergedInto: mergedInto === from ? to : (mergedInto ?? null),
    }
    const saved = saveRecord(tx, { ledger: 'place', id, revision: record.revision, data })
    followChange(tx, record, saved)
  }
}
function followChange(tx: Tx, old: StoredRecord, now: StoredRecord): void {
  const [from, to] = [pathOf(asPlace(old.data)), pathOf(asPlace(now.data))]
  if (from !== to) follow(tx, from, to)
}

function refuseUpper(db: Db, old: StoredRecord): void {
  const path = pathOf(asPlace(old.data))
  const below = othersOf(db, old.id).filter((p) => p.under === path || p.mergedInto === path)
  const [first] = below
  if (first !== undefined) throw new AppError('place-has-more', { count: below.length, name: pathOf(first) })
}

export const placeService: LedgerService = {
  ...plainService,
  settle: (db, old, next) =>
    settlePlace(
      othersOf(db, old?.id ?? null),
      (old?.data ?? null) as PlaceData | null,
      next as unknown as PlaceData,
    ) as unknown as AnyData,
  checkChange: (_ctx, tx, { old, next }) => {
    const problems = placeProblems(othersOf(tx.db, old?.id ?? null), asPlace(next))
    if (problems.length > 0) throw new AppError('record-invalid', { problems })
  },
  checkRemoval: refuseUpper,
  saved: (_ctx, tx, record, old) => {
    if (old !== null) followChange(tx, old, record)
  },
}
