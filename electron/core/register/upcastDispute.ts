import type { State } from './upcast.ts'

type Parts = readonly State[]

/** What shape 2 added to the record and to parts that were there before. */
const newFields = [
  ...['lateEntry', 'continuesCaseNo', 'notAcceptedOn', 'refusalGround', 'typeOlder', 'ownershipDispute'],
  ...['appraisalFrom', 'appraisalUntil', 'transferredTo', 'transferredLetterNo', 'oralAgreed', 'oralReason', 'bounds'],
  ...['confirmationJoint', 'confirmationAppliedOn', 'mayEscalate', 'abuseSuspected', 'slipNo', 'slipOn'],
]
const newLists = ['extensions', 'escalations', 'boundaryMarks', 'supplements', 'loans']

/** The codes of shape 1 under the names they had on screen. */
const subtypeNames: Readonly<Record<string, string>> = {
  pastureBoundary: '草场（草山）边界',
  overgrazing: '越界放牧',
  pastureTransfer: '草场承包流转',
  caterpillarFungus: '虫草采挖',
  livestockDamage: '牲畜损害',
  waterDiversion: '引水用水',
  other: '其他',
}

const blank = (names: readonly string[], value: unknown): State => Object.fromEntries(names.map((n) => [n, value]))
const attendant = (kind: string, name: unknown, language: unknown = null): Parts =>
  typeof name === 'string' ? [{ kind, name, language, relation: null, forParty: null, absent: {} }] : []
const without = (state: State, names: readonly string[]): State =>
  Object.fromEntries(Object.entries(state).filter(([n]) => !names.includes(n)))

const helpers = ['interpreter', 'interpreterLanguage', 'scribe', 'witness']

/** Interpreter, scribe and witness became a list; local sub-types are names of the office's own list. */
export function disputeTo2(state: State): State {
  const { interpreter, interpreterLanguage, scribe, witness, localSubtype } = state
  return {
    ...without(state, helpers),
    ...blank(newFields, null),
    ...blank(newLists, []),
    absent: without(state.absent as State, helpers),
    attendants: [
      ...attendant('interpreter', interpreter, interpreterLanguage),
      ...attendant('scribe', scribe),
      ...attendant('witness', witness),
    ],
    localSubtype: typeof localSubtype === 'string' ? (subtypeNames[localSubtype] ?? localSubtype) : null,
    parties: (state.parties as Parts).map((p) => ({ ...p, ownLabour: null, refusedOn: null })),
    clauses: (state.clauses as Parts).map((c) => ({ ...c, confirmBar: null })),
  }
}

type Added = Readonly<Record<string, readonly string[]>>
/** What shape 3 added to parts. */
const newInParts: Added = { inquiries: ['askedAbout', 'present'], performances: ['receivedBy'], urgings: ['dueOn'] }

/** Fields that the papers of a case say beyond those of shape 2. */
export function disputeTo3(state: State): State {
  const parts = Object.entries(newInParts).map(([list, names]) => [
    list,
    (state[list] as Parts).map((p) => ({ ...p, ...blank(names, null) })),
  ])
  const fields = ['transferReason', 'policeLetterNo', 'policeReportReason', 'checkedOn', 'dossierNote']
  return { ...state, ...blank(fields, null), ...Object.fromEntries(parts) }
}
