import type { TestEvent } from 'node:test/reporters'
import type { Counts } from './counts.ts'

type Outcome = keyof Counts

function outcomeOf(event: TestEvent): Outcome | null {
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return null
  // A group is not a test of its own; a file that cannot be loaded is reported as a failed one and counts.
  if (event.data.details.type === 'suite') return null
  if (event.data.skip !== undefined || event.data.todo !== undefined) return 'skipped'
  return event.type === 'test:pass' ? 'passed' : 'failed'
}

/** A reporter of `node --test` that writes nothing but the three counts, at the very end. */
export default async function* nodeCount(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for await (const event of source) {
    const outcome = outcomeOf(event)
    if (outcome) counts[outcome] += 1
  }
  yield JSON.stringify(counts)
}
