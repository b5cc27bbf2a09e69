/** A person's time in a post of a team (domain 5.1). */
import type { Problem } from '../errors.ts'
import type { RuleContext } from '../ledgers/describe.ts'
import type { PostData } from '../ledgers/post.ts'
import { birthDateOf, identityProblem, isCreditCode, isSampleId, sexOf } from './identity.ts'
import { error, warning } from './problem.ts'

function cardProblems(d: PostData, { today, sample }: RuleContext): readonly Problem[] {
  if (d.idNumber === null) return []
  const wrong = identityProblem(d.idNumber, today)
  if (wrong) return [error('idNumber', wrong)]
  return [
    ...(!sample && isSampleId(d.idNumber) ? [warning('idNumber', 'idSample')] : []),
    ...(d.birthDate !== null && d.birthDate !== birthDateOf(d.idNumber) ? [warning('birthDate', 'birthDiffers')] : []),
    ...(d.sex !== null && d.sex !== sexOf(d.idNumber) ? [warning('sex', 'sexDiffers')] : []),
  ]
}

function tenureProblems(d: PostData, { today }: RuleContext): readonly Problem[] {
  const late = (['selectedOn', 'leftOn'] as const).filter((f) => (d[f] ?? '') > today)
  const backwards = d.selectedOn !== null && d.leftOn !== null && d.leftOn < d.selectedOn
  return [
    ...late.map((f) => warning(f, 'dateFuture')),
    ...(backwards ? [error('leftOn', 'leftBeforeSelected', { date: d.selectedOn ?? '' })] : []),
    ...(d.birthDate !== null && d.selectedOn !== null && d.birthDate >= d.selectedOn
      ? [error('birthDate', 'bornAfterSelected', { date: d.selectedOn })]
      : []),
  ]
}

/** 联车长 and 联防长 hang under an 行业主管部门, which hands over like an office. */
export const isByDepartment = (team: PostData['team']): boolean => team === 'vehicle' || team === 'street'

export const postProblems = (d: PostData, context: RuleContext): readonly Problem[] => [
  ...cardProblems(d, context),
  ...tenureProblems(d, context),
  ...(d.creditCode !== null && !isCreditCode(d.creditCode) ? [error('creditCode', 'creditCode')] : []),
  ...(isByDepartment(d.team) && d.department === null ? [warning('department', 'departmentExpected')] : []),
]

const managerFields = ['department', 'community', 'policeStation'] as const

/** The three who manage the team, where nobody wrote others; another team brings its own. */
function withManagers(next: PostData, before: PostData, { settings }: RuleContext): PostData {
  if (next.team === before.team) return next
  const [own, old] = [next, before].map((d) => (d.team === null ? undefined : settings.teamManagers[d.team]))
  const filled = managerFields.map((f) => {
    const isUntouched = next[f] === null || next[f] === old?.[f]
    return [f, isUntouched ? own?.[f] || null : next[f]] as const
  })
  return { ...next, ...Object.fromEntries(filled) }
}

/** Sex and birth date out of a right ID number, managers out of the team; what was typed by hand stays. */
export function filledPost(next: PostData, before: PostData, _path: string, context: RuleContext): PostData {
  const managed = withManagers(next, before, context)
  const id = managed.idNumber
  if (id === null || id === before.idNumber || identityProblem(id, context.today) !== null) return managed
  return { ...managed, sex: managed.sex ?? sexOf(id), birthDate: managed.birthDate ?? birthDateOf(id) }
}

/** Whether somebody held the post on a day: from the day of selection until the day before leaving. */
export const heldOn = (d: Pick<PostData, 'selectedOn' | 'leftOn'>, day: string): boolean =>
  (d.selectedOn === null || d.selectedOn <= day) && (d.leftOn === null || day < d.leftOn)
