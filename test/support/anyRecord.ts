import fc from 'fast-check'
import { problemsOf } from '../../shared/ledgers/check.ts'
import {
  type AnyData,
  emptyPart,
  isList,
  type Ledger,
  type Part,
  type ScalarField,
} from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { sampleOf } from './samples.ts'

const realDate = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const plain = (max: number) =>
  fc
    .array(fc.constantFrom(...'示例草场边界𬭎扎西·བཀྲ a1%_"\'=\n\t🙂\u00a0\u200f'), {
      minLength: 1,
      maxLength: Math.min(max, 40),
    })
    .map((chars) => chars.join(''))
    .filter((s) => s.trim() !== '')

function scalar(field: ScalarField): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
    case 'paragraph':
    case 'name':
    case 'phone':
      return plain(field.max)
    case 'idNumber':
      return fc.constantFrom('990011199001010016', '990021196812040453')
    case 'creditCode':
      return fc.constantFrom('11623001000000019W', '526230011234567880')
    case 'date':
      return realDate
    case 'time':
      return fc.constantFrom('00:00', '09:30', '23:59')
    case 'code':
      return fc.constantFrom(...field.codes)
    case 'codes':
      return fc.subarray([...field.codes], { minLength: 1 })
    case 'integer':
    case 'money':
      return fc.integer({ min: field.min ?? 0, max: field.max ?? Number.MAX_SAFE_INTEGER })
    case 'decimal':
      return fc.double({ min: field.min ?? -1e9, max: field.max ?? 1e9, noNaN: true }).map((n) => n + 0)
    case 'flag':
      return fc.boolean()
    case 'reference':
      return fc.uuid({ version: 7 })
  }
}

/** A part in which what is needed is there, and the rest may be. */
const partArbitrary = (part: Part): fc.Arbitrary<object> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(part.fields).map(([n, f]) => [n, !f.needed ? fc.option(scalar(f)) : scalar(f)]),
      ),
    )
    .map((values) => ({ ...emptyPart(part), ...values }))

/** Fields whose rules reach over several fields: left as the sample has them. */
const ruled = new Set([
  ...['caseNo', 'agreementNo', 'applicationDate', 'acceptanceDate', 'resultDate', 'closedOn', 'filedOn', 'result'],
  ...['secrecy', 'performanceState', 'lateEntry', 'typeOlder', 'loans'],
])

/** The same, in one ledger: beside the other places of the list these contradict each other. */
const ruledIn: Partial<Record<LedgerName, readonly string[]>> = {
  place: ['level', 'code', 'name', 'under', 'validUntil', 'mergedInto'],
}

/** Entered from paper, a case may stand anywhere in its life. */
const anywhere: Partial<Record<LedgerName, object>> = { dispute: { lateEntry: true } }

const dataArbitrary = (name: LedgerName, ledger: Ledger): fc.Arbitrary<AnyData> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(ledger.fields)
          .filter(([n, f]) => !ruled.has(n) && !ruledIn[name]?.includes(n) && (isList(f) || f.givenByCall !== true))
          .map(([n, f]) => {
            if (isList(f)) return [n, fc.array(partArbitrary(f.part), { minLength: f.needed ? 1 : 0, maxLength: 3 })]
            return [n, !f.needed ? fc.option(scalar(f)) : scalar(f)]
          }),
      ),
    )
    .map((values) => savable(name, { ...sampleOf(name), ...values, ...anywhere[name] } as AnyData))

const refusedIn = (name: LedgerName, data: AnyData): readonly string[] =>
  problemsOf(ledgerOf(name), data, { today: '2026-11-23', sample: false, settings: defaultSettings })
    .filter((x) => x.severity === 'error')
    .map((x) => x.path.split('.')[0] ?? '')

/** Fields that a rule over several of them refuses are as the sample has them. */
function savable(name: LedgerName, data: AnyData): AnyData {
  const sample = { ...sampleOf(name), ...anywhere[name] } as AnyData
  const sound = { ...data, ...Object.fromEntries(refusedIn(name, data).map((f) => [f, sample[f] ?? null])) } as AnyData
  return refusedIn(name, sound).length === 0 ? sound : sample
}

/** A record of one ledger that can be saved, with whatever its fields may hold. */
export const anyRecordOf = (ledger: LedgerName): fc.Arbitrary<AnyData> => dataArbitrary(ledger, ledgerOf(ledger))

/** A record of any ledger that can be saved, with whatever its fields may hold. */
export const anyRecord = (): fc.Arbitrary<{ readonly ledger: LedgerName; readonly data: AnyData }> =>
  fc.constantFrom(...ledgerNames).chain((ledger) => anyRecordOf(ledger).map((data) => ({ ledger, data })))
