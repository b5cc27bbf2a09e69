import { createRequire } from 'node:module'
import * as path from 'node:path'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { papersOfCase } from '../../electron/core/papers/casePapers.ts'
import type { PaperDefinition } from '../../electron/core/papers/pdfmake.ts'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { sampleCases } from '../../electron/core/sample/cases.ts'
import { township } from '../../electron/core/sample/township.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { type CasePaper, casePaperRules, casePapers } from '../../shared/rules/casePapers.ts'
import { defaultSettings } from '../../shared/settings.ts'
import type { Line } from './line.ts'
import { interleaved } from './measure.ts'
import { settledMemory, takenBy } from './memory.ts'
import { benchToday } from './registers.ts'

/** pdfmake's own door, which its types do not describe for Node. */
interface Pdfmake {
  readonly setFonts: (fonts: object) => void
  readonly setLocalAccessPolicy: (policy: (file: string) => boolean) => void
  readonly setUrlAccessPolicy: (policy: () => boolean) => void
  readonly createPdf: (definition: TDocumentDefinitions) => { readonly getBuffer: () => Promise<Uint8Array> }
}

function asItComes(): Pdfmake {
  const pdfmake = createRequire(import.meta.url)('pdfmake') as Pdfmake
  const file = (name: string) => path.resolve(import.meta.dirname, '../../resources/fonts', name)
  const serif = { normal: file('NotoSerifSC-Regular.ttf'), bold: file('NotoSerifSC-Bold.ttf') }
  const sans = { normal: file('NotoSansSC-Regular.ttf'), bold: serif.bold }
  pdfmake.setFonts({ serif, title: serif, sans })
  pdfmake.setLocalAccessPolicy(() => true)
  pdfmake.setUrlAccessPolicy(() => false)
  return pdfmake
}

/** Cases whose every character pdfmake can set without help: it knows no second font for a run. */
const ordinaryCases: readonly DisputeData[] = [...sampleCases({ seed: 3, count: 200, today: benchToday })]
  .map(({ data, after }) => ({ ...data, ...after, agreementNo: '示例人调协字〔2026〕第1号' }))
  .filter((data) => data.parties.every((p) => p.tibetanName === null && /^\p{Script=Han}+$/u.test(p.name ?? '')))

/** A paper filled from the first case that has it, or blank where none of them has. */
function definitionOf(paper: CasePaper): () => PaperDefinition {
  const found = ordinaryCases.find((d) => casePaperRules[paper].count(d) > 0 && d.result === 'written')
  const data = found ?? ordinaryCases.find((d) => casePaperRules[paper].count(d) > 0) ?? ordinaryCases[0]
  if (data === undefined) throw new Error('no ordinary case among the samples')
  const mode = casePaperRules[paper].count(data) > 0 ? 'final' : 'blank'
  const { committee } = township
  return () =>
    papersOfCase[paper].make({
      ...{ paper, data, committee, mode, part: 0, on: benchToday, sample: true, settings: defaultSettings },
    })
}

const rounds = 5
const documents = 200
const common = { area: 'paper', cases: null } as const

/** One kind of paper, warm, against pdfmake as it comes: how long it takes, and what it leaves to be collected. */
async function onePaper(paper: CasePaper, bare: Pdfmake): Promise<readonly Line[]> {
  const definition = definitionOf(paper)
  const ours = () => renderPaper(definition())
  const theirs = () => bare.createPdf(definition() as TDocumentDefinitions).getBuffer()
  const both = await interleaved(rounds, ours, theirs)
  const [taken, takenBare] = [await takenBy(ours), await takenBy(theirs)]
  return [
    { ...common, name: paper, unit: 'ms', ours: both.ours.median, bare: both.bare.median, target: 0.5 },
    { ...common, name: `${paper}, memory`, unit: 'MB', ours: taken, bare: takenBare, target: 0.5 },
  ]
}

/** Every paper of a case, and what two hundred of them in a row leave in memory. */
export async function papers(): Promise<readonly Line[]> {
  const bare = asItComes()
  const lines: Line[] = []
  for (const paper of casePapers) lines.push(...(await onePaper(paper, bare)))
  const makers = casePapers.map(definitionOf)
  const make = (i: number) => makers[i % makers.length]?.()
  for (let i = 0; i < makers.length; i += 1) await renderPaper(need(make(i)))
  const before = settledMemory()
  for (let i = 0; i < documents; i += 1) await renderPaper(need(make(i)))
  const after = settledMemory()
  const name = `memory after ${documents} more papers of all kinds`
  return [...lines, { ...common, name, unit: 'MB', ours: after, bare: before, target: 1.1 }]
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no paper')
  return value
}
