import type { PostData } from '../../../../shared/ledgers/post.ts'
import { daysAfter } from '../../../../shared/rules/dates.ts'
import { type Person, samplePerson } from '../people.ts'
import { emptyPost, leavingReasons, type Succession, type Team } from '../posts.ts'
import type { Random } from '../random.ts'
import type { UnitPlan } from './plan.ts'

const departments = { transport: '市交通运输局（样本）', sanitation: '市环境卫生服务中心（样本）' } as const
const replacedShare = 0.04

/** No ID number, no phone, no other names: what the roster's figures need and nothing more. */
const personOf = ({ name, sex, birthDate }: Person): Partial<PostData> => ({ name, sex, birthDate })

function successionOf(random: Random, unit: UnitPlan, team: Team, no: number, today: string): Succession {
  const post = emptyPost(random, team, no, departments)
  const someone = (selectedOn: string): PostData => ({
    ...post,
    ...personOf(samplePerson(random, { today, age: random.int(24, 68) })),
    community: unit.kind === 'department' ? null : unit.name,
    selectedOn,
    approvedBy: unit.name,
  })
  if (!random.chance(replacedShare)) return { before: null, latest: someone(daysAfter(today, -random.int(900, 2400))) }
  const changedOn = daysAfter(today, -random.int(20, 700))
  // Whoever it was, every post was held on every day of the two years that trainings and outings lie in.
  const before = someone(daysAfter(changedOn, -random.int(900, 1700)))
  return {
    before: { ...before, leftOn: changedOn, leavingReason: random.pick(leavingReasons) },
    latest: someone(changedOn),
  }
}

/** The whole roster of a unit, team by team and group by group. */
export function* hezuoRoster(random: Random, unit: UnitPlan, today: string): Generator<Succession> {
  for (const [team, count] of Object.entries(unit.posts) as [Team, number][])
    for (let no = 0; no < count; no += 1) yield successionOf(random, unit, team, no, today)
}
