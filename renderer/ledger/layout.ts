/** How the generated forms lay fields out: a grid of twelve columns, and what starts folded away. */
import { type AnyPart, emptyPart, type Field, type Part, type ScalarField } from '../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'

/** Another layout of a ledger's form than its own: `late` is 补录, a dossier on one screen. */
export type Variant = 'late' | null
/** Which form is laid out. */
export interface Laid {
  readonly ledger: LedgerName
  readonly variant: Variant
}

/** What a table says of a place: for this layout, or for every layout of the ledger. */
function saidOf<T>(table: Readonly<Record<string, T>>, { ledger, variant }: Laid, place: string): T | undefined {
  return (variant === null ? undefined : table[`${ledger}/${variant}.${place}`]) ?? table[`${ledger}.${place}`]
}

const spans: Readonly<Record<string, number>> = {
  'dispute.typeJustice': 3,
  'dispute.applicationDate': 3,
  'dispute.applicationForm': 2,
  'dispute.village': 2,
  'dispute.localSubtype': 2,
  'dispute.summary': 12,
  'dispute.committee': 6,
  'dispute.result': 6,
  'dispute.parties.name': 4,
  'dispute.parties.side': 4,
  'dispute.parties.kind': 4,
  'dispute.parties.sex': 2,
  'dispute.parties.age': 2,
  'dispute.parties.address': 8,
  'dispute.parties.idNumber': 8,
  'dispute.parties.householdAddress': 8,
  'dispute.parties.phone': 4,
  'dispute.parties.creditCode': 8,
  'dispute/late.village': 3,
  'dispute/late.caseNo': 3,
  'dispute/late.agreementNo': 3,
  'dispute/late.acceptanceDate': 3,
  'dispute/late.source': 3,
  'dispute/late.result': 4,
  'dispute/late.resultDate': 2,
  'dispute/late.signedByPartiesOn': 2,
  'dispute/late.signedByMediatorsOn': 2,
  'dispute/late.sealedOn': 2,
  'dispute/late.performanceState': 3,
  'dispute/late.closedOn': 2,
  'dispute/late.filedOn': 2,
  'dispute/late.box': 3,
  'dispute/late.pages': 2,
  'training.topic': 12,
  'training.form': 3,
  'training.heldOn': 3,
  'training.endsOn': 2,
  'training.startTime': 2,
  'training.endTime': 2,
  'training.ordinal': 4,
  'training.teams': 8,
  'training.place': 4,
  'training.organiser': 3,
  'training.lecturer': 2,
  'training.lecturerUnit': 3,
  'visit.topic': 12,
  'duty.teams': 12,
  'duty.place': 8,
  'meeting.title': 12,
  'meeting.place': 4,
  'place.under': 4,
  'place.mergedInto': 4,
}

/** Columns of twelve that a field takes; four for the short kinds, all for text to be written at length. */
export function spanOf(laid: Laid, path: string, field: Field): number {
  const known = saidOf(spans, laid, path)
  if (known !== undefined) return known
  if (field.kind === 'list' || field.kind === 'paragraph') return 12
  if (field.kind === 'text' && field.max > 60) return 8
  return 4
}

/** The last field that is open from the start, by section or part; what follows opens with 更多. */
const openUntil: Readonly<Record<string, string>> = {
  'dispute.registration': 'committee',
  'dispute.acceptance': 'openness',
  'dispute.mediation': 'sessions',
  'dispute.agreement': 'copies',
  'dispute.performance': 'followUps',
  'dispute.filing': 'remarks',
  'dispute.parties': 'address',
  'dispute.agents': 'powers',
  'visit.households': 'handledOnSpot',
}

/** Fields of a section or part in two groups: open, and folded. */
export function foldedFields(
  laid: Laid,
  group: string,
  fields: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const last = saidOf(openUntil, laid, group)
  // A section and a list may share a name; the cut is only in the one that has the field.
  const cut = last === undefined || !fields.includes(last) ? fields.length : fields.indexOf(last) + 1
  return [fields.slice(0, cut), fields.slice(cut)]
}

const ofPerson = [
  'sex',
  'ethnicity',
  'birthDate',
  'age',
  'certificateKind',
  'idNumber',
  'occupation',
  'householdAddress',
  'capacity',
  'capacityReason',
  'otherName',
  'tibetanName',
  'needsInterpreter',
  'ownLabour',
]
const ofUnit = ['creditCode', 'legalRepresentative', 'legalRepresentativePost']

/** Powers are given by paper; a parent acts by law. */
const ofDeputy = ['powers', 'powerPage']

/** A person has no credit code, a unit no sex; what is filled in all the same stays in sight. */
export function fieldsOfPart(list: string, part: AnyPart, fields: readonly string[]): readonly string[] {
  if (list === 'agents' && part.kind === 'legal') return fields.filter((f) => !ofDeputy.includes(f) || part[f] !== null)
  if (list !== 'parties') return fields
  const unit = part.kind === 'company' || part.kind === 'organisation'
  const idle = new Set(unit ? ofPerson : ofUnit)
  return fields.filter((f) => !idle.has(f) || part[f] !== null)
}

/** The order at the counter, where it differs from the description's. */
const partOrder: Readonly<Record<string, readonly string[]>> = {
  'dispute.parties': [
    'side',
    'kind',
    'name',
    'idNumber',
    'phone',
    'sex',
    'ethnicity',
    'birthDate',
    'age',
    'creditCode',
    'legalRepresentative',
    'legalRepresentativePost',
    'occupation',
    'address',
  ],
}
export function orderOfPart(laid: Laid, list: string, fields: readonly string[]): readonly string[] {
  const first = saidOf(partOrder, laid, list) ?? []
  return [...first.filter((f) => fields.includes(f)), ...fields.filter((f) => !first.includes(f))]
}

/** What the program fills in by itself: Enter passes by while it holds something, Tab stops there all the same. */
const filledIn: Readonly<Record<string, true>> = {
  'dispute.applicationDate': true,
  'dispute.applicationForm': true,
  'dispute.committee': true,
  'dispute.secrecy': true,
  'dispute.parties.side': true,
  'dispute.parties.kind': true,
  'dispute.parties.sex': true,
  'dispute.parties.birthDate': true,
  'dispute.parties.age': true,
  'dispute.parties.capacity': true,
  'dispute.typeSocial': true,
  'dispute/late.box': true,
  'dispute/late.mediators.name': true,
  'dispute/late.mediators.presiding': true,
}
/** `path` is `applicationDate` or `parties.1.sex`. */
export const isFilledIn = (laid: Laid, path: string): boolean =>
  saidOf(filledIn, laid, path.replace(/\.\d+\./, '.')) === true

/** What a part newly added most often is: who signs in is present, who comes to the counter is a person. */
const usual: Readonly<Record<string, AnyPart>> = {
  'training.attendances': { state: 'present' },
  'dispute.parties': { kind: 'person' },
}
export const freshPart = (ledger: LedgerName, list: string, part: Part): AnyPart => ({
  ...emptyPart(part),
  ...usual[`${ledger}.${list}`],
})

/** Short parts stand in one row each, like a paper table; parts written at length or with many fields are cards. */
export function partStyle(fields: Readonly<Record<string, ScalarField>>): 'rows' | 'cards' {
  const names = Object.keys(fields)
  const long = names.filter((n) => fields[n]?.kind === 'paragraph').length
  return names.length <= 2 || (names.length <= 6 && long === 0) ? 'rows' : 'cards'
}

const inRows: Readonly<Record<string, readonly string[]>> = {
  'dispute/late.parties': ['side', 'kind', 'name', 'idNumber', 'phone', 'address'],
}
/** The fields of a part in its row, for parts that stand in rows whatever they hold; undefined for all others. */
export const rowFieldsOf = (laid: Laid, list: string): readonly string[] | undefined => saidOf(inRows, laid, list)

/** What is so of most stays folded although it is filled in: the capacity of a grown person. */
export const isUsual = (prefix: string, name: string, value: unknown): boolean =>
  prefix.startsWith('parties.') && name === 'capacity' && value === 'full'

/** 暂缺 and 拒绝提供 are answers to what is asked for, and to what people are loath to give. */
export const mayBeAbsent = (field: Field): boolean =>
  field.kind !== 'flag' && (field.needed === true || (field.kind !== 'list' && field.masked === true))
