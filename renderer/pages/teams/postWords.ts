import type { PostFacts } from '../../../shared/contract/posts.ts'
import { inOneLine } from '../../format.ts'
import { codeLabel, fill, t } from '../../text.ts'

const words = t.roster

type Group = Pick<PostFacts, 'team' | 'groupNo' | 'groupName' | 'village' | 'department'>

export const teamWords = (team: PostFacts['team']): string => (team === null ? words.noTeam : codeLabel('team', team))
/** 7 and 7组 are both typed. */
export const groupWords = ({ groupNo, groupName }: Pick<Group, 'groupNo' | 'groupName'>): string =>
  groupNo === null ? (groupName ?? '') : /^\d+$/.test(groupNo) ? fill(words.group, { no: groupNo }) : groupNo
export const unitWords = ({ village, department }: Pick<Group, 'village' | 'department'>): string =>
  village ?? department ?? ''

/** Team, place and group: what tells one post from another. */
export const postWords = (g: Group): string =>
  [teamWords(g.team), unitWords(g), groupWords(g)].filter((w) => w !== '').join(' ')

/** A name among homonyms: birth year and masked number beside it. */
export const personWords = (p: Pick<PostFacts, 'name' | 'birthYear' | 'idNumber'>): string => {
  const born = p.birthYear === null ? '' : fill(words.line.born, { year: p.birthYear })
  const facts = [born, p.idNumber ?? ''].filter((w) => w !== '')
  return facts.length === 0 ? p.name : `${p.name}（${inOneLine(facts)}）`
}
