import { type AnyPart, emptyPart, type Part, type PartData } from '../../../shared/ledgers/describe.ts'
import type { DisputeData, PartyData } from '../../../shared/ledgers/dispute.ts'
import * as parts from '../../../shared/ledgers/disputeParts.ts'
import { fullYears } from '../../../shared/rules/dates.ts'
import { type Person, type PersonWishes, sampleCompany, samplePerson } from './people.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** A part with the given values and blanks for the rest. */
export const partOf = <P extends Part>(part: P, values: Partial<PartData<P>>): PartData<P> =>
  ({ ...(emptyPart(part) as AnyPart), ...values }) as unknown as PartData<P>

type Agent = DisputeData['agents'][number]
export interface Cast {
  readonly parties: readonly PartyData[]
  readonly agents: readonly Agent[]
}
export interface Scene {
  readonly village: string
  /** Day ages are fixed on (受理). */
  readonly on: string
}

const occupations = ['农牧民', '农牧民', '农牧民', '个体经营', '务工', '退休'] as const
const capacityOf = (age: number) => (age < 8 ? 'none' : age < 18 ? 'limited' : 'full')

function personParty(random: Random, person: Person, side: NonNullable<PartyData['side']>, scene: Scene): PartyData {
  const age = fullYears(person.birthDate, scene.on)
  const withoutId = random.chance(0.08)
  const withoutPhone = age < 16 || random.chance(0.08)
  return partOf(parts.party, {
    side,
    kind: 'person',
    name: person.name,
    tibetanName: person.tibetanName,
    sex: person.sex,
    ethnicity: person.ethnicity,
    birthDate: person.birthDate,
    age,
    certificateKind: withoutId ? null : 'idCard',
    idNumber: withoutId ? null : person.idNumber,
    occupation: age < 18 ? '学生' : random.pick(occupations),
    phone: withoutPhone ? null : person.phone,
    address: person.address,
    capacity: capacityOf(age),
    capacityReason: age < 18 ? '未成年' : null,
    needsInterpreter: person.ethnicity === '04' && age > 62 ? true : null,
    absent: {
      ...(withoutId ? { idNumber: 'unknown' as const } : {}),
      ...(withoutPhone ? { phone: age < 16 ? ('unknown' as const) : ('refused' as const) } : {}),
    },
  })
}

function unitParty(random: Random, kind: string): PartyData {
  const company = sampleCompany(random, kind)
  return partOf(parts.party, {
    side: 'respondent',
    kind: 'company',
    name: company.name,
    certificateKind: 'creditCode',
    creditCode: company.creditCode,
    legalRepresentative: company.head,
    legalRepresentativePost: '经理',
    phone: company.phone,
    address: `示例乡示例街${random.int(1, 120)}号`,
  })
}

function guardianOf(random: Random, child: PartyData, scene: Scene): Agent {
  const guardian = samplePerson(random, { today: scene.on, age: random.int(30, 45), village: scene.village })
  return partOf(parts.agent, {
    kind: 'legal',
    name: guardian.name,
    forParty: child.name,
    relation: guardian.sex === '1' ? '父亲' : '母亲',
    certificateKind: 'idCard',
    idNumber: guardian.idNumber,
    phone: guardian.phone,
    address: guardian.address,
  })
}

type Wishes = Pick<PersonWishes, 'age' | 'sex'>
/** Ages and sexes that fit the story. */
function wishesOf(random: Random, story: Story): readonly [Wishes, Wishes] {
  switch (story.cast) {
    case 'minor':
      return [{ age: random.int(5, 15) }, { age: random.int(28, 45) }]
    case 'elder':
      return [{ age: random.int(66, 80) }, { age: random.int(35, 48) }]
    case 'couple': {
      const age = random.int(24, 55)
      return [
        { age, sex: '2' },
        { age: age + random.int(-2, 5), sex: '1' },
      ]
    }
    default:
      return [{}, {}]
  }
}

/** 甲, 乙 and now and then a third; whoever is under age comes with a guardian. */
export function castOf(random: Random, story: Story, scene: Scene): Cast {
  const someone = (wishes: Wishes) => samplePerson(random, { ...wishes, today: scene.on, village: scene.village })
  const [one, other] = wishesOf(random, story)
  const applicant = personParty(random, someone(one), 'applicant', scene)
  const respondent = story.unit
    ? unitParty(random, story.unit)
    : personParty(random, someone(other), 'respondent', scene)
  const third = random.chance(0.12) ? [personParty(random, someone({}), 'thirdParty', scene)] : []
  return {
    parties: [applicant, respondent, ...third],
    agents: applicant.capacity === 'full' ? [] : [guardianOf(random, applicant, scene)],
  }
}
