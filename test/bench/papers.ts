import { createRequire } from 'node:module'
import * as path from 'node:path'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { agreement } from '../../electron/core/papers/agreement.ts'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { sampleCases } from '../../electron/core/sample/cases.ts'
import { township } from '../../electron/core/sample/township.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { defaultSettings } from '../../shared/settings.ts'
import type { Line } from './line.ts'
import { interleaved } from './measure.ts'
import { settledMemory } from './memory.ts'
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
  pdfmake.setFonts({ serif, sans: { normal: file('NotoSansSC-Regular.ttf'), bold: serif.bold } })
  pdfmake.setLocalAccessPolicy(() => true)
  pdfmake.setUrlAccessPolicy(() => false)
  return pdfmake
}

/** An agreement whose every character pdfmake can set without help: it knows no second font for a run. */
function ordinaryCase(): DisputeData {
  for (const { data } of sampleCases({ seed: 3, count: 200, today: benchToday })) {
    const isPlain = data.parties.every((p) => p.tibetanName === null && /^\p{Script=Han}+$/u.test(p.name ?? ''))
    if (data.result === 'written' && isPlain) return data
  }
  throw new Error('no ordinary agreement among the samples')
}

const rounds = 15
const documents = 200
/** The agreement, warm, against pdfmake as it comes; and what two hundred of them leave in memory. */
export async function papers(): Promise<readonly Line[]> {
  const data = ordinaryCase()
  const definition = () =>
    agreement({
      paper: 'agreement',
      data: { ...data, agreementNo: '示例人调协字〔2026〕第1号' },
      committee: township.committee,
      mode: 'final',
      part: 0,
      on: benchToday,
      sample: true,
      settings: defaultSettings,
    })
  const bare = asItComes()
  const both = await interleaved(
    rounds,
    () => renderPaper(definition()),
    () => bare.createPdf(definition() as TDocumentDefinitions).getBuffer(),
  )
  const before = settledMemory()
  for (let i = 0; i < documents; i += 1) await renderPaper(definition())
  const after = settledMemory()
  const common = { area: 'paper', cases: null } as const
  return [
    { ...common, name: 'agreement PDF', unit: 'ms', ours: both.ours.median, bare: both.bare.median, target: 0.5 },
    {
      ...common,
      name: `memory after ${documents} more agreements`,
      unit: 'MB',
      ours: after,
      bare: before,
      target: 1.1,
    },
  ]
}
