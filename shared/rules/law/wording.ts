/** Words of the agreement that contradict or promise nothing, while it can still be mended. */
import type { DisputeData } from '../../ledgers/dispute.ts'
import { effectiveOn } from '../effect.ts'
import { amountsOfBothKinds, compensated, vagueWords, type WordFault, wordFaults } from '../wordChoice.ts'
import { type LawRule, type Place, placeIf } from './rule.ts'

interface Written {
  readonly path: string
  readonly text: string
  /** Somebody undertakes something here. */
  readonly binds: boolean
}

/** What the agreement says; nothing of a paper that came first or is a contract already. */
function writtenIn(d: DisputeData): readonly Written[] {
  if (d.lateEntry === true || effectiveOn(d) !== null) return []
  const texts = [
    { path: 'facts', text: d.facts, binds: false },
    { path: 'responsibilities', text: d.responsibilities, binds: false },
    ...d.clauses.map((c, i) => ({ path: `clauses.${i}.text`, text: c.text, binds: true })),
    ...d.performances.map((p, i) => ({ path: `performances.${i}.manner`, text: p.manner, binds: true })),
  ]
  return texts.flatMap((t) => (t.text === null ? [] : [{ ...t, text: t.text }]))
}

/** One place a text, however many of its words are at fault. */
const faulty =
  (code: WordFault['code'], read: (w: Written) => readonly WordFault[]) =>
  (d: DisputeData): readonly Place[] =>
    writtenIn(d).flatMap((w) => {
      const words = read(w).filter((f) => f.code === code)
      return placeIf(words.length > 0, w.path, { params: { words: words.map((f) => f.words).join('」「') } })
    })
const misused = (code: WordFault['code']) => faulty(code, (w) => wordFaults(w.text))

export const wordingRules: readonly LawRule[] = [
  { code: 'wordDeposit', severity: 'warning', law: null, when: misused('wordDeposit') },
  { code: 'wordForParents', severity: 'warning', law: null, when: misused('wordForParents') },
  { code: 'wordForChildren', severity: 'warning', law: null, when: misused('wordForChildren') },
  { code: 'wordForSpouses', severity: 'warning', law: null, when: misused('wordForSpouses') },
  {
    code: 'wordVague',
    severity: 'warning',
    law: null,
    when: faulty('wordVague', (w) => (w.binds ? vagueWords(w.text) : [])),
  },
  {
    code: 'wordBothKinds',
    severity: 'warning',
    law: null,
    when: (d) => {
      const written = writtenIn(d)
      const twice = amountsOfBothKinds(written.map((w) => w.text))
      return written.flatMap((w) => {
        const here = compensated(w.text).filter((amount) => twice.includes(amount))
        return placeIf(here.length > 0, w.path, { params: { amount: here.join('、') } })
      })
    },
  },
]
