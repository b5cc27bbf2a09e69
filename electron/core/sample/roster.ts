import { teams } from '../../../shared/ledgers/codes.ts'
import type { PostData } from '../../../shared/ledgers/post.ts'
import { daysAfter } from '../../../shared/rules/dates.ts'
import { type Person, samplePerson } from './people.ts'
import { emptyPost, leavingReasons, type Succession, type Team } from './posts.ts'
import { createRandom, type Random } from './random.ts'
import { township, villages } from './township.ts'

/** Groups of each team of 示例乡. */
const sizes: Readonly<Record<Team, number>> = { household: 18, vehicle: 6, street: 5, building: 6, shop: 8 }
const departments = { transport: '示例市交通运输局', sanitation: '示例市环境卫生服务中心' } as const
/** Every so many posts have changed hands. */
const replacedEvery = 9

const personOf = (person: Person): Partial<PostData> => ({
  name: person.name,
  tibetanName: person.tibetanName,
  sex: person.sex,
  birthDate: person.birthDate,
  idNumber: person.idNumber,
  phone: person.phone,
  languages: person.tibetanName === null ? ['chinese'] : ['chinese', 'tibetan'],
})

function successionOf(random: Random, team: Team, no: number, today: string): Succession {
  const post = emptyPost(random, team, no, departments)
  const someone = (selectedOn: string): PostData => ({
    ...post,
    ...personOf(samplePerson(random, { today, age: random.int(24, 66) })),
    community: township.unitName,
    selectedOn,
    approvedBy: township.unitName,
  })
  if (no % replacedEvery !== 4) return { before: null, latest: someone(daysAfter(today, -random.int(500, 1800))) }
  const changedOn = daysAfter(today, -random.int(25, 300))
  const before = someone(daysAfter(changedOn, -random.int(400, 1200)))
  return {
    before: { ...before, leftOn: changedOn, leavingReason: random.pick(leavingReasons) },
    latest: someone(changedOn),
  }
}

/** Two groups of 示例一村 are led by people of one name, whom only the birth year tells apart (domain 6.4). */
const homonyms = { name: '才让·示例', sex: '1' } as const
const homonymAges = [58, 33] as const

/** Two of one name, one who is in two teams, perhaps by mistake, and a group whose leader left without anybody after. */
function remarkable(random: Random, today: string, successions: readonly Succession[]): readonly Succession[] {
  const of = (team: Team, no: number) => successions.filter((s) => s.latest.team === team)[no]
  const inOneVillage = [of('household', 0), of('household', villages.length)]
  const leader = of('household', 1)?.latest
  const again = of('shop', 2)
  const vacant = of('building', 1)
  return successions.map((s): Succession => {
    const twin = inOneVillage.indexOf(s)
    if (twin !== -1) {
      const person = samplePerson(random, { today, age: homonymAges[twin] ?? 40, sex: homonyms.sex })
      return { ...s, latest: { ...s.latest, ...personOf(person), ...homonyms, tibetanName: null } }
    }
    if (s === vacant) {
      const leftOn = daysAfter(today, -random.int(8, 40))
      return { ...s, latest: { ...s.latest, leftOn, leavingReason: random.pick(leavingReasons) } }
    }
    if (s !== again || leader === undefined) return s
    const { name, tibetanName, sex, birthDate, phone, languages } = leader
    return { ...s, latest: { ...s.latest, name, tibetanName, sex, birthDate, phone, languages, idNumber: null } }
  })
}

/** The roster of 示例乡: somebody for each group but one, a few who followed others, what a clerk has to look at twice. */
export function sampleRoster({
  seed,
  today,
}: {
  readonly seed: number
  readonly today: string
}): readonly Succession[] {
  const random = createRandom(seed ^ 0x905)
  const all = teams.flatMap((team) =>
    Array.from({ length: sizes[team] }, (_, no) => successionOf(random, team, no, today)),
  )
  return remarkable(random, today, all)
}
