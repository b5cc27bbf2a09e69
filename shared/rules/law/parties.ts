/** Parties, who acts for them, and what their papers say (民法典 17–24; domain 2.2, 2.7, 6). */

import type { Problem } from '../../errors.ts'
import type { RuleContext } from '../../ledgers/describe.ts'
import type { DisputeData, PartyData } from '../../ledgers/dispute.ts'
import { birthDateOf, identityProblem, isCreditCode, isSampleId, sexOf } from '../identity.ts'
import { ageDay, ageOn, capacityOf, fitsBirth, isUnit, proposalFor } from '../party.ts'
import { isAgreed, type LawRule, type Place, partsWhere, placeIf } from './rule.ts'

type Agent = DisputeData['agents'][number]

const hasCard = (x: PartyData | Agent): boolean => x.certificateKind === null || x.certificateKind === 'idCard'
const at = (path: string, code: string, severity: Problem['severity']): Problem => ({ path, code, severity })

/** What is wrong with an ID number itself, whatever else is known. */
function cardProblems(holder: PartyData | Agent, path: string, { today, sample }: RuleContext): readonly Problem[] {
  if (holder.idNumber === null || !hasCard(holder)) return []
  const wrong = identityProblem(holder.idNumber, today)
  if (wrong) return [at(path, wrong, 'error')]
  return !sample && isSampleId(holder.idNumber) ? [at(path, 'idSample', 'warning')] : []
}

function partyCardProblems(p: PartyData, path: string, context: RuleContext): readonly Problem[] {
  const found = cardProblems(p, `${path}.idNumber`, context)
  if (p.idNumber === null || !hasCard(p) || found.some((f) => f.severity === 'error')) return found
  return [
    ...found,
    ...(p.birthDate !== null && p.birthDate !== birthDateOf(p.idNumber)
      ? [at(`${path}.birthDate`, 'birthDiffers', 'warning')]
      : []),
    ...(p.sex !== null && p.sex !== sexOf(p.idNumber) ? [at(`${path}.sex`, 'sexDiffers', 'warning')] : []),
  ]
}

/** Numbers of identity cards: refused when wrong, by whomever and whenever they were written. */
export const identityProblems = (d: DisputeData, context: RuleContext): readonly Problem[] => [
  ...d.parties.flatMap((p, i) => partyCardProblems(p, `parties.${i}`, context)),
  ...d.agents.flatMap((a, i) => cardProblems(a, `agents.${i}.idNumber`, context)),
]

const dayOf = (d: DisputeData, { today }: RuleContext): string => ageDay(d) ?? today

/** Legal agents of a party: by its name, or the only one where nothing else can be meant. */
function guardiansOf(d: DisputeData, party: PartyData, lacking: number): readonly Agent[] {
  return d.agents.filter((a) => a.kind === 'legal' && (a.forParty === null ? lacking === 1 : a.forParty === party.name))
}

/** Persons who need a 法定代理人 and have none; `sure` where the capacity is written down and not only proposed. */
function unguarded(d: DisputeData, context: RuleContext): readonly (Place & { readonly sure: boolean })[] {
  const day = dayOf(d, context)
  const lacks = (p: PartyData) => ['limited', 'none'].includes(capacityOf(p, day) ?? '')
  const lacking = d.parties.filter(lacks).length
  return d.parties.flatMap((p, i) =>
    lacks(p) && guardiansOf(d, p, lacking).length === 0
      ? [{ path: `parties.${i}.capacity`, params: { name: p.name ?? '' }, sure: p.capacity !== null }]
      : [],
  )
}
const placesOf = (found: ReturnType<typeof unguarded>): readonly Place[] =>
  found.map(({ path, params = {} }) => ({ path, params }))

/** Later parties that share something with an earlier one. */
function repeated(
  d: DisputeData,
  field: 'name' | 'idNumber',
  isSame: (a: PartyData, b: PartyData) => boolean,
): readonly Place[] {
  return d.parties.flatMap((p, i) => {
    const twin = d.parties.findIndex((q, j) => j < i && q[field] !== null && q[field] === p[field] && isSame(p, q))
    return placeIf(twin >= 0, `parties.${i}.${field}`, { params: { other: twin + 1 } })
  })
}
const faces = (a: PartyData, b: PartyData) => a.side !== b.side && a.side !== 'thirdParty' && b.side !== 'thirdParty'

/** A guardian who stands on the other side cannot act for the child. */
function opposingGuardians(d: DisputeData): readonly Place[] {
  return d.agents.flatMap((a, i) => {
    const ward = d.parties.find((p) => p.name === a.forParty)
    const isOpponent = (p: PartyData) =>
      ward !== undefined && faces(p, ward) && (a.idNumber === null ? p.name === a.name : p.idNumber === a.idNumber)
    return placeIf(a.kind === 'legal' && d.parties.some(isOpponent), `agents.${i}.name`)
  })
}

const isBlank = (a: Agent, field: 'relation' | 'idNumber' | 'phone') =>
  a[field] === null && a.absent[field] === undefined

export const partyRules: readonly LawRule[] = [
  {
    code: 'creditCode',
    severity: 'error',
    law: null,
    alsoLate: true,
    when: (d) => partsWhere(d, 'parties', 'creditCode', (p) => p.creditCode !== null && !isCreditCode(p.creditCode)),
  },
  {
    code: 'unitWithId',
    severity: 'warning',
    law: null,
    when: (d) => partsWhere(d, 'parties', 'idNumber', (p) => isUnit(p) && p.idNumber !== null),
  },
  {
    code: 'personWithCredit',
    severity: 'warning',
    law: null,
    when: (d) => partsWhere(d, 'parties', 'creditCode', (p) => p.kind === 'person' && p.creditCode !== null),
  },
  {
    code: 'sidesMissing',
    severity: 'error',
    law: null,
    when: (d) => {
      const isHeld = d.sessions.length > 0 || isAgreed(d)
      return placeIf(isHeld && new Set(d.parties.map((p) => p.side)).size < 2, 'parties')
    },
  },
  { code: 'idBothSides', severity: 'error', law: null, alsoLate: true, when: (d) => repeated(d, 'idNumber', faces) },
  {
    code: 'idTwice',
    severity: 'warning',
    law: null,
    when: (d) => repeated(d, 'idNumber', (a, b) => !faces(a, b)),
  },
  {
    // Homonyms are normal here (domain 6.4): asked, never refused; two numbers that differ are an answer.
    code: 'nameBothSides',
    severity: 'warning',
    law: null,
    when: (d) =>
      repeated(
        d,
        'name',
        (a, b) => faces(a, b) && isUnit(a) === isUnit(b) && (a.idNumber === null || b.idNumber === null),
      ),
  },
  {
    code: 'ageDiffers',
    severity: 'warning',
    law: null,
    when: (d, context) => {
      const fixed = ageDay(d)
      // Until the age is fixed a birthday may have passed since it was typed.
      const [from, until] = fixed === null ? [d.applicationDate ?? context.today, context.today] : [fixed, fixed]
      return d.parties.flatMap((p, i) => {
        const years = ageOn(p.birthDate, until)
        const differs = p.age !== null && years !== null && !fitsBirth(p, from, until)
        return placeIf(differs, `parties.${i}.age`, {
          params: { years: years ?? 0, day: until },
          offers: [{ path: `parties.${i}.age`, value: years ?? 0 }],
        })
      })
    },
  },
  {
    code: 'ownLabourAge',
    severity: 'warning',
    law: '民法典 18',
    when: (d, context) =>
      partsWhere(d, 'parties', 'ownLabour', (p) => {
        const age = p.age ?? ageOn(p.birthDate, dayOf(d, context))
        return p.ownLabour === true && age !== null && age < 16
      }),
  },
  {
    code: 'capacityReason',
    severity: 'warning',
    law: '民法典 17–24',
    when: (d, context) =>
      partsWhere(d, 'parties', 'capacityReason', (p) => {
        const proposed = proposalFor(p, dayOf(d, context))
        return proposed !== null && p.capacity !== null && p.capacity !== proposed && p.capacityReason === null
      }),
  },
  {
    code: 'guardianMissing',
    severity: 'warning',
    law: '民法典 17–24',
    when: (d, context) => placesOf(unguarded(d, context).filter((f) => !(f.sure && isAgreed(d)))),
  },
  {
    code: 'guardianNeeded',
    severity: 'error',
    law: '民法典 17–24',
    when: (d, context) => placesOf(unguarded(d, context).filter((f) => f.sure && isAgreed(d))),
  },
  {
    code: 'guardianFacts',
    severity: 'warning',
    law: null,
    when: (d) =>
      d.agents.flatMap((a, i) => {
        const blank = (['relation', 'idNumber', 'phone'] as const).find((f) => isBlank(a, f))
        return placeIf(a.kind === 'legal' && blank !== undefined, `agents.${i}.${blank}`)
      }),
  },
  { code: 'guardianOpposes', severity: 'warning', law: null, when: opposingGuardians },
  {
    code: 'agentForNobody',
    severity: 'warning',
    law: null,
    when: (d) =>
      partsWhere(d, 'agents', 'forParty', (a) => a.forParty !== null && d.parties.every((p) => p.name !== a.forParty)),
  },
]
