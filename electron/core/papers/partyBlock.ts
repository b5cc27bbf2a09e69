import type { Content } from 'pdfmake/interfaces.js'
import type { DisputeData, PartyData } from '../../../shared/ledgers/dispute.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { ageDay, ageOf } from '../../../shared/rules/party.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import { type Blank, blanks } from './sheet.ts'

export type AgentData = DisputeData['agents'][number]

export const isUnit = (party: PartyData): boolean => party.kind === 'company' || party.kind === 'organisation'

/** What stands on the rule: nothing for what nobody knows yet, so that it can be filled by hand. */
export const written = (record: PartyData | AgentData, field: string, value: string | null): string =>
  value ?? (record.absent[field] === 'refused' ? '未提供' : '')

export const nameOf = (party: PartyData): string => {
  const name = written(party, 'name', party.name)
  return party.tibetanName ? `${name}　${party.tibetanName}` : name
}

/** The day a dossier's ages are of; until it is known that of the paper. Who was born after it has none on any paper. */
export const dayOfAges = (data: DisputeData, on: string): string => ageDay(data) ?? on

/** Fixed at 受理; a dossier shows one age. */
export function ageOn(party: PartyData, day: string): string {
  const age = ageOf(party, day)
  return age === null ? written(party, 'age', null) : `${age}岁`
}

// 未知 is no statement about a person: the rule stays empty.
export const sexOf = (party: PartyData): string =>
  written(party, 'sex', party.sex === null || party.sex === '0' ? null : codes.sex[party.sex])

function personLines(party: PartyData, on: string): readonly (readonly Blank[])[] {
  const ethnicity = party.ethnicity === null ? null : codes.ethnicity[party.ethnicity]
  return [
    [
      { label: '姓名', value: nameOf(party) },
      { label: '性别', value: sexOf(party), width: 34 },
      { label: '民族', value: written(party, 'ethnicity', ethnicity), width: 66 },
      { label: '年龄', value: ageOn(party, on), width: 44 },
    ],
    [
      { label: '职业或职务', value: written(party, 'occupation', party.occupation) },
      { label: '联系方式', value: written(party, 'phone', party.phone), width: 150 },
    ],
    [{ label: '单位或住址', value: written(party, 'address', party.address) }],
  ]
}

function unitLines(party: PartyData): readonly (readonly Blank[])[] {
  const head = [party.legalRepresentative, party.legalRepresentativePost].filter((v) => v !== null).join('　')
  const lines: readonly (readonly Blank[])[] = [
    [{ label: '名称', value: nameOf(party) }],
    [{ label: '地址', value: written(party, 'address', party.address) }],
    [{ label: '法定代表人姓名和职务', value: written(party, 'legalRepresentative', head === '' ? null : head) }],
  ]
  return party.phone === null ? lines : [...lines, [{ label: '联系方式', value: party.phone }]]
}

export const agentTitle = (agent: AgentData): string => (agent.kind === null ? '代理人' : codes.agentKind[agent.kind])

/** Who acts by a written power, as the 授权委托书 has it: identified, for this paper is what the committee relies on. */
export function deputyBlock(title: string, agent: AgentData | null): Content {
  const value = (field: 'name' | 'relation' | 'idNumber' | 'phone' | 'address'): string =>
    agent === null ? '' : written(agent, field, agent[field])
  return block(title, [
    [
      { label: '姓名', value: value('name') },
      { label: '与委托人关系', value: value('relation'), width: 110 },
    ],
    [
      { label: '证件号码', value: value('idNumber') },
      { label: '联系电话', value: value('phone'), width: 150 },
    ],
    [{ label: '单位或住址', value: value('address') }],
  ])
}

function agentLines(agent: AgentData): readonly (readonly Blank[])[] {
  const relation: readonly Blank[] = agent.relation
    ? [{ label: '与当事人关系', value: agent.relation, width: 110 }]
    : []
  return [
    [{ label: agentTitle(agent), value: written(agent, 'name', agent.name) }, ...relation],
    [{ label: '联系电话', value: written(agent, 'phone', agent.phone) }],
    [{ label: '单位或住址', value: written(agent, 'address', agent.address) }],
  ]
}

const emptyLines: readonly (readonly Blank[])[] = [
  [
    { label: '姓名', value: '' },
    { label: '性别', value: '', width: 34 },
    { label: '民族', value: '', width: 66 },
    { label: '年龄', value: '', width: 44 },
  ],
  [
    { label: '职业或职务', value: '' },
    { label: '联系方式', value: '', width: 150 },
  ],
  [{ label: '单位或住址', value: '' }],
]

function block(title: string | null, lines: readonly (readonly Blank[])[]): Content {
  const head: readonly Content[] = title === null ? [] : [{ text: title, bold: true, margin: [0, 8, 0, 0] }]
  return { stack: [...head, ...lines.map((line) => blanks(...line))], unbreakable: true }
}

/** 基本情况 of a party and its agents, line by line (domain 2.2). */
export const partyLines = (data: DisputeData, index: number, on: string): readonly (readonly Blank[])[] => {
  const party = data.parties[index]
  if (party === undefined) return emptyLines
  return [...(isUnit(party) ? unitLines(party) : personLines(party, on)), ...agentsOf(data, index).flatMap(agentLines)]
}

/** 基本情况 of one party under another word, such as 被调查人. */
export const partyBlockOf = (title: string, party: PartyData, on: string): Content =>
  block(title, isUnit(party) ? unitLines(party) : personLines(party, on))
/** The same to be filled by hand. */
export const emptyBlockOf = (title: string): Content => block(title, emptyLines)

/** 「当事人三（被申请人）」; with two parties the sides tell them apart. */
function titleOf(index: number, total: number, side: PartyData['side']): string {
  const number = total > 2 ? chineseNumber(index + 1) : ''
  return `当事人${number}${side ? `（${codes.side[side]}）` : ''}`
}

/** Place of the party an agent acts for; one whose party is not named goes with the first. */
export const partyPlace = (data: DisputeData, agent: AgentData): number =>
  Math.max(
    0,
    data.parties.findIndex((p) => p.name === agent.forParty),
  )

/** The agents who act for a party. */
export const agentsOf = (data: DisputeData, index: number): readonly AgentData[] =>
  data.agents.filter((agent) => partyPlace(data, agent) === index)

/** A party and its agents, under this word. */
export function blocksOf(data: DisputeData, on: string, index: number, title: string): readonly Content[] {
  const party = data.parties[index]
  if (party === undefined) return []
  const lines = isUnit(party) ? unitLines(party) : personLines(party, dayOfAges(data, on))
  return [block(title, lines), ...agentsOf(data, index).map((agent) => block(null, agentLines(agent)))]
}

/** 当事人基本情况 of one side under its own word, as the 申请书 has them: 申请人, or 申请人一, 申请人二 where they are several. */
export function sideBlocks(data: DisputeData, on: string, side: PartyData['side']): readonly Content[] {
  const title = side === null ? '当事人' : codes.side[side]
  const places = data.parties.flatMap((party, i) => (party.side === side ? [i] : []))
  return places.flatMap((place, i) =>
    blocksOf(data, on, place, places.length > 1 ? `${title}${chineseNumber(i + 1)}` : title),
  )
}

/** 当事人基本情况 in the order of the 2010 form (domain 2.2), each party with its agents. */
export function partyBlocks(data: DisputeData, on: string): readonly Content[] {
  return data.parties.flatMap((party, i) => blocksOf(data, on, i, titleOf(i, data.parties.length, party.side)))
}

/** One block to be filled by hand, under this word. */
export const emptyBlock = (title: string): Content => block(title, emptyLines)

/** The same blocks to be filled by hand. */
export const emptyPartyBlocks = (count: number): readonly Content[] =>
  Array.from({ length: count }, (_, i) => block(titleOf(i, count, null), emptyLines))
