/** The block of signatures, wherever the free text of a paper ends. The agreement has its own test (papersPages). */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { type CasePaper, casePapers } from '../../shared/rules/casePapers.ts'
import { goldenInput } from './papersGoldenKit.ts'
import { bodyText, casePaperOf, clauses, firstOutOfOrder, projectRoot, readPdf } from './papersKit.ts'
import { assertSoundPages, isSignature } from './papersSound.ts'

before(() => copyFonts(projectRoot))

type Change = (text: string, data: DisputeData) => Partial<DisputeData>
const firstOf = <T extends object>(list: readonly T[], change: Partial<T>): readonly T[] =>
  list.map((part, i) => (i === 0 ? { ...part, ...change } : part))

/** Papers whose free text flows over pages before the signatures, and how that text is entered. */
const flowing: Readonly<Partial<Record<string, Change>>> = {
  application: (summary) => ({ summary }),
  acceptanceForm: (summary) => ({ summary }),
  refusalNotice: (refusalReason) => ({ refusalReason }),
  policeReport: (policeReportReason) => ({ policeReportReason }),
  transferLetter: (summary) => ({ summary }),
  terminationNotice: (terminationReason) => ({ terminationReason }),
  supplement: (text, d) => ({ supplements: firstOf(d.supplements, { text }) }),
  confirmationApplication: (text) => ({ clauses: clauses(text).map((c) => ({ ...c, confirmable: true })) }),
  inquiryRecord: (text, d) => ({ inquiries: firstOf(d.inquiries, { record: text }) }),
  mediationRecord: (text, d) => ({ sessions: firstOf(d.sessions, { record: text }) }),
  oralAgreement: (facts) => ({ facts }),
}
/** Papers without free text of more than a few lines, or in the rows of a table; their own tests say what holds of them. */
const others = [
  ...['agreement', 'rightsNotice', 'powerOfAttorney', 'evidenceList', 'simpleForm', 'receipt', 'followUpRecord'],
  ...['dossierNote', 'closingReport', 'extensionConsent', 'urgingNotice', 'cover', 'backCover'],
]

test('every paper is known to have flowing text or not', () => {
  for (const paper of casePapers) assert.notEqual(flowing[paper] !== undefined, others.includes(paper), paper)
})

/** Every place on a page where a text can end, and ends some pages further on. */
const lengths = [...Array.from({ length: 29 }, (_, i) => i + 1), 58, 91, 137, 200]

for (const paper of casePapers) {
  const change = flowing[paper]
  if (change === undefined) continue
  test(`${paper}: of 1 to 200 lines none is lost, signatures share one page with text, open space is struck`, async () => {
    for (const length of lengths) await assertLength(paper, change, length)
  })
}

async function assertLength(paper: CasePaper, change: Change, length: number): Promise<void> {
  const texts = Array.from({ length }, (_, i) => `说明第${i + 1}行。`)
  const { data, ...input } = goldenInput(paper, 'filled')
  const made = await casePaperOf(paper, { ...input, data: { ...data, ...change(texts.join('\n'), data) } })
  const pages = await readPdf(made.pdf)
  assertSoundPages(pages, `${paper} of ${length} lines`)
  assert.equal(firstOutOfOrder(bodyText(pages), texts), null, `${paper} of ${length} lines`)
  const signed = pages.filter((p) => p.body.some((piece) => isSignature(piece.text)))
  assert.equal(signed.length, 1, `${paper} of ${length} lines: pages with signatures`)
  assert.equal(signed[0], pages.at(-1), 'and that is the last')
}
