import type { RuleContext } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import { agreedDispute, disputeOf, partOf, partyOf } from './samples.ts'

export interface LawCase {
  readonly code: string
  readonly broken: DisputeData
  /** Paths at which it is found. */
  readonly at: readonly string[]
  readonly sound: readonly DisputeData[]
  readonly on: RuleContext
}

export const context: RuleContext = { today: '2026-11-23', sample: true, settings: defaultSettings }
export const withSettings = (changes: Partial<Settings>): RuleContext => ({
  ...context,
  settings: { ...defaultSettings, ...changes },
})

export type Values = Partial<DisputeData>
export const lawCase = (
  code: string,
  broken: DisputeData,
  at: readonly string[],
  sound: readonly DisputeData[],
  on = context,
): LawCase => ({ code, broken, at, sound, on })
/** Cases that differ from an agreed one. */
export const agreed = (code: string, broken: Values, at: readonly string[], sound: readonly Values[], on = context) =>
  lawCase(code, agreedDispute(broken), at, [agreedDispute(), ...sound.map((s) => agreedDispute(s))], on)
/** Cases that differ from one just registered. */
export const fresh = (code: string, broken: Values, at: readonly string[], sound: readonly Values[], on = context) =>
  lawCase(code, disputeOf(broken), at, [disputeOf(), ...sound.map((s) => disputeOf(s))], on)

type Party = Parameters<typeof partyOf>[0]
export const sides = (one: Party, other: Party = {}, third?: Party): Values => ({
  parties: [
    partyOf({ side: 'applicant', name: '扎西·示例', ...one }),
    partyOf({ side: 'respondent', name: '李示例', ...other }),
    ...(third ? [partyOf({ side: 'thirdParty', name: '王示例', ...third })] : []),
  ],
})
export const agent = (values: Partial<DisputeData['agents'][number]>): Values => ({
  agents: [
    partOf(p.agent, {
      ...{ kind: 'legal', name: '卓玛·示例', forParty: '扎西·示例', relation: '母亲' },
      ...{ idNumber: '990031197508153020', phone: '0941-0123456' },
      ...values,
    }),
  ],
})
export const clause = (text: string, more: Partial<DisputeData['clauses'][number]> = {}): Values => ({
  clauses: [partOf(p.clause, { text, ...more })],
})
export const clauses = (...texts: readonly string[]): Values => ({
  clauses: texts.map((text) => partOf(p.clause, { text })),
})
export const mediators = (...names: readonly string[]): Values => ({
  mediators: names.map((name) => partOf(p.mediator, { name })),
})
export const participant = (values: Partial<DisputeData['participants'][number]>): Values => ({
  participants: [partOf(p.participant, { name: '示例村长', consented: true, ...values })],
})
export const held = (...days: readonly string[]): Values => ({
  sessions: days.map((heldOn) => partOf(p.session, { heldOn })),
})
export const listed = (from: string | null, until: string | null, name = '王示例') =>
  withSettings({
    mediators: [{ name, post: 'member', committee: '', duty: null, sex: null, fullTime: null, from, until }],
  })
export const units = sides({ kind: 'company' }, { kind: 'organisation' })
export const oral = { result: 'oral', oralAgreed: true, copies: null } as const
export const child = { birthDate: '2015-06-07', capacity: 'limited' } as const
