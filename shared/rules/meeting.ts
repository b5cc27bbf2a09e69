import type { Problem } from '../errors.ts'
import type { MeetingData } from '../ledgers/meeting.ts'
import { warning } from './problem.ts'

/** What is wrong with the record of a joint meeting (domain 5.5). */
export function meetingProblems({ heldOn, expectedCount, presentCount, decisions }: MeetingData): readonly Problem[] {
  const early = decisions.flatMap((x, i) =>
    (['dueOn', 'doneOn'] as const)
      .filter((field) => heldOn !== null && x[field] !== null && x[field] < heldOn)
      .map((field) => `decisions.${i}.${field}`),
  )
  return [
    ...(expectedCount !== null && presentCount !== null && presentCount > expectedCount
      ? [warning('presentCount', 'presentOver', { count: expectedCount })]
      : []),
    ...early.map((path) => warning(path, 'dateOrder', { step: 'heldOn', after: heldOn ?? '' })),
  ]
}
