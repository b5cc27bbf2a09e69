/** Shorter and longer forms of 当事人基本情况 than the block of the 2010 forms, for papers of their own layout. */
import type { Content } from 'pdfmake/interfaces.js'
import { emptyPart } from '../../../shared/ledgers/describe.ts'
import type { DisputeData, PartyData } from '../../../shared/ledgers/dispute.ts'
import * as parts from '../../../shared/ledgers/disputeParts.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import { type AgentData, agentsOf, agentTitle, ageOn, dayOfAges, isUnit, nameOf, sexOf, written } from './partyBlock.ts'
import { type Blank, blanks } from './sheet.ts'

type Row = readonly Blank[]
const block = (rows: readonly Row[]): Content => ({
  stack: rows.map((row) => blanks(...row)),
  unbreakable: true,
  margin: [0, 2, 0, 0],
})

const ethnicityOf = (party: PartyData): string =>
  written(party, 'ethnicity', party.ethnicity === null ? null : codes.ethnicity[party.ethnicity])
const headOf = (party: PartyData): string => {
  const head = [party.legalRepresentative, party.legalRepresentativePost].filter((v) => v !== null).join('　')
  return written(party, 'legalRepresentative', head === '' ? null : head)
}

/** 「申请人」, and 「申请人二」 where a side is several. */
function sideTitle(parties: readonly PartyData[], index: number): string {
  const side = parties[index]?.side ?? null
  const same = parties.flatMap((p, i) => (p.side === side ? [i] : []))
  const number = same.length > 1 ? chineseNumber(same.indexOf(index) + 1) : ''
  return `${side === null ? '当事人' : codes.side[side]}${number}`
}

const shortPerson = (title: string, party: PartyData, on: string): readonly Row[] => [
  [
    { label: title, value: nameOf(party) },
    { label: '性别', value: sexOf(party), width: 34 },
    { label: '民族', value: ethnicityOf(party), width: 66 },
    { label: '年龄', value: ageOn(party, on), width: 44 },
  ],
  [
    { label: '联系方式', value: written(party, 'phone', party.phone), width: 110 },
    { label: '单位或住址', value: written(party, 'address', party.address) },
  ],
]

const shortUnit = (title: string, party: PartyData): readonly Row[] => [
  [{ label: title, value: nameOf(party) }],
  [
    { label: '法定代表人姓名和职务', value: headOf(party) },
    { label: '联系方式', value: written(party, 'phone', party.phone), width: 110 },
  ],
  [{ label: '地址', value: written(party, 'address', party.address) }],
]

const shortAgent = (agent: AgentData): readonly Row[] => [
  [
    { label: agentTitle(agent), value: written(agent, 'name', agent.name) },
    { label: '联系电话', value: written(agent, 'phone', agent.phone), width: 110 },
  ],
]

/**
 * Two lines to a party, in the order of the 2010 block without 职业或职务: for a paper that belongs to another one with
 * the whole block, so that two parties, the text and the signatures share one page.
 */
export const shortParties = ({ parties, ...data }: DisputeData, on: string): readonly Content[] =>
  parties.map((party, i) => {
    const title = sideTitle(parties, i)
    const rows = isUnit(party)
      ? shortUnit(title, party)
      : shortPerson(title, party, dayOfAges({ ...data, parties }, on))
    return block([...rows, ...agentsOf({ ...data, parties }, i).flatMap(shortAgent)])
  })

/** The same to be filled by hand. */
export const emptyShortParties = (count: number): readonly Content[] =>
  Array.from({ length: count }, (_, i) =>
    block([
      [
        { label: count > 1 ? `当事人${chineseNumber(i + 1)}` : '当事人', value: '' },
        { label: '性别', value: '', width: 34 },
        { label: '民族', value: '', width: 66 },
        { label: '年龄', value: '', width: 44 },
      ],
      [
        { label: '联系方式', value: '', width: 110 },
        { label: '单位或住址', value: '' },
      ],
    ]),
  )

const idLabel = (kind: PartyData['certificateKind']): string =>
  kind === null || kind === 'idCard' ? '公民身份号码' : `${codes.certificateKind[kind]}号码`

/** A birth date says more than an age; where only the age is known it stands there. */
const bornOrAge = (party: PartyData, on: string): Blank =>
  party.birthDate === null && party.age !== null
    ? { label: '年龄', value: ageOn(party, on), width: 110 }
    : { label: '出生日期', value: party.birthDate === null ? '' : chineseDate(party.birthDate), width: 110 }

const courtPerson = (title: string, party: PartyData, on: string): readonly Row[] => [
  [
    { label: title, value: nameOf(party) },
    { label: '性别', value: sexOf(party), width: 34 },
    { label: '民族', value: ethnicityOf(party), width: 66 },
  ],
  [bornOrAge(party, on), { label: idLabel(party.certificateKind), value: written(party, 'idNumber', party.idNumber) }],
  [
    { label: '职业或职务', value: written(party, 'occupation', party.occupation) },
    { label: '联系电话', value: written(party, 'phone', party.phone), width: 150 },
  ],
  [{ label: '住址', value: written(party, 'address', party.address) }],
]

const courtUnit = (title: string, party: PartyData): readonly Row[] => [
  [{ label: title, value: nameOf(party) }],
  [{ label: '统一社会信用代码', value: written(party, 'creditCode', party.creditCode) }],
  [{ label: '住所', value: written(party, 'address', party.address) }],
  [{ label: '法定代表人姓名和职务', value: headOf(party) }],
  [{ label: '联系电话', value: written(party, 'phone', party.phone) }],
]

const courtAgent = (agent: AgentData): readonly Row[] => [
  [
    { label: agentTitle(agent), value: written(agent, 'name', agent.name) },
    { label: '与申请人关系', value: agent.relation ?? '', width: 130 },
  ],
  [
    { label: idLabel(agent.certificateKind), value: written(agent, 'idNumber', agent.idNumber) },
    { label: '联系电话', value: written(agent, 'phone', agent.phone), width: 110 },
  ],
  [{ label: '单位或住址', value: written(agent, 'address', agent.address) }],
]

const courtTitle = (index: number, count: number): string =>
  count > 1 ? `申请人${chineseNumber(index + 1)}` : '申请人'

/** Who applies to a court: with the number of the certificate and the telephone, which no mediation form has. */
export const courtApplicants = (data: DisputeData, on: string): readonly Content[] =>
  data.parties.flatMap((party, i) => {
    const title = courtTitle(i, data.parties.length)
    const rows = isUnit(party) ? courtUnit(title, party) : courtPerson(title, party, on)
    return [block(rows), ...agentsOf(data, i).map((agent) => block(courtAgent(agent)))]
  })

const nobody = emptyPart(parts.party) as PartyData

/** The same to be filled by hand: the lines of a person or of a unit, as the parties are. */
export const emptyCourtApplicants = (kinds: readonly PartyData['kind'][]): readonly Content[] =>
  kinds.map((kind, i) => {
    const title = courtTitle(i, kinds.length)
    const party = { ...nobody, kind }
    return block(isUnit(party) ? courtUnit(title, party) : courtPerson(title, party, ''))
  })
