import type { CanvasElement, Content } from 'pdfmake/interfaces.js'
import { writtenOffset } from '../../../shared/rules/printing.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { mm, sheet, smallSize } from './sheet.ts'

export interface PrinterTrialInput {
  /** Empty for the printer nobody has described. */
  readonly printer: string
  /** Tenths of a millimetre. */
  readonly offsetX: number
  readonly offsetY: number
  /** Whether the page is printed with the offset above. */
  readonly withOffset: boolean
  readonly on: string
  readonly sample: boolean
}

export const printerTrialTitle = '打印测试页'

const [width, height] = [210, 297]
/** Millimetres from each edge to the border line that is measured. */
const border = 20
/** Millimetres from the edge to the base of a ruler. */
const base = 9
const ring = { x: 155, y: 237, diameter: 45 } as const

const line = (x1: number, y1: number, x2: number, y2: number, lineWidth: number): CanvasElement => ({
  type: 'line',
  ...{ x1: mm(x1), y1: mm(y1), x2: mm(x2), y2: mm(y2) },
  lineWidth,
})

const tick = (at: number): number => (at % 10 === 0 ? 4 : at % 5 === 0 ? 3 : 1.8)
const upTo = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, i) => i)

/** Their zero is the edge of the paper: where they begin to show, the printer begins to print. */
const rulers: readonly CanvasElement[] = [
  line(0, base, width, base, 0.5),
  ...upTo(width).map((x) => line(x, base - tick(x), x, base, 0.35)),
  line(base, 0, base, height, 0.5),
  ...upTo(height).map((y) => line(base - tick(y), y, base, y, 0.35)),
]
const borders: readonly CanvasElement[] = [
  line(border, border, width - border, border, 0.7),
  line(border, height - border, width - border, height - border, 0.7),
  line(border, border, border, height - border, 0.7),
  line(width - border, border, width - border, height - border, 0.7),
]
const rings: readonly CanvasElement[] = [
  {
    type: 'ellipse',
    x: mm(ring.x),
    y: mm(ring.y),
    r1: mm(ring.diameter / 2),
    r2: mm(ring.diameter / 2),
    lineWidth: 0.7,
  },
  line(ring.x - 4, ring.y, ring.x + 4, ring.y, 0.35),
  line(ring.x, ring.y - 4, ring.x, ring.y + 4, 0.35),
]
const shades = [0.1, 0.25, 0.4, 0.6, 0.8, 1] as const
const greys: readonly CanvasElement[] = shades.map((dark, i) => ({
  type: 'rect',
  ...{ x: mm(32 + 13 * i), y: mm(236), w: mm(11), h: mm(9) },
  color: 'black',
  fillOpacity: dark,
}))
const thin: readonly CanvasElement[] = [0.3, 0.6, 1].map((thick, i) =>
  line(32, 252.5 + 3 * i, 108, 252.5 + 3 * i, thick),
)

const at = (x: number, y: number, text: string, size: number, look: object = {}): Content => ({
  text,
  fontSize: size,
  absolutePosition: { x: mm(x), y: mm(y) },
  ...look,
})
const numbers: readonly Content[] = [
  ...upTo(20)
    .slice(2)
    .map((n) => at(10 * n - (n < 10 ? 1.6 : 2.4), base + 0.3, String(10 * n), 8)),
  ...upTo(29)
    .slice(2)
    .map((n) => at(base + 0.6, 10 * n - 2, String(10 * n), 8)),
]

const drawn = (canvas: readonly CanvasElement[]): Content => ({
  canvas: [...canvas],
  absolutePosition: { x: 0, y: 0 },
})

const paragraph = (text: string): Content => ({ text, fontSize: smallSize, margin: [0, 0, 0, 5], lineHeight: 1.1 })

const indented = (text: string): Content =>
  ({ ...(paragraph(text.trim()) as object), margin: [24, 0, 0, 5] }) as Content

function facts({ printer, offsetX, offsetY, withOffset }: PrinterTrialInput): string {
  const now = `横向 ${writtenOffset(offsetX)} 毫米，纵向 ${writtenOffset(offsetY)} 毫米`
  const how = withOffset ? `本页已按偏移打印（${now}）。` : `本页没有加偏移（设置里现在是：${now}）。`
  return `打印机：${printer === '' ? '没有设置的打印机' : printer}。${how}`
}

function steps({ offsetX, offsetY, withOffset }: PrinterTrialInput): readonly string[] {
  const [x, y] = withOffset ? [`${writtenOffset(offsetX)} ＋ `, `${writtenOffset(offsetY)} ＋ `] : ['', '']
  return [
    '一、先看比例：两条竖线相距 170 毫米，两条横线相距 257 毫米，圆圈直径 45 毫米。不是的，打印窗口里没有选“实际大小（100%）”，或者纸张不是 A4，改了重打。',
    `二、再量位置：从纸的左边量到左竖线，应为 ${border} 毫米；从纸的上边量到上横线，应为 ${border} 毫米。`,
    `　　左边量得＿＿＿＿毫米，横向偏移填：${x}${border} － 量得的数 ＝ ＿＿＿＿`,
    `　　上边量得＿＿＿＿毫米，纵向偏移填：${y}${border} － 量得的数 ＝ ＿＿＿＿`,
    '　　例：没有加偏移，左边量得 21.5，横向填 -1.5；上边量得 18.8，纵向填 1.2。',
    '三、在「设置 → 打印机」里填好、保存，再打一张“带偏移”的，两处都应为 20 毫米。',
    '四、边上的尺从纸边起算，看得见的最小数就是这台打印机打不到的边。',
    '五、下面的灰块分不出深浅、细线断开的，选“省墨”或“针式”再看。',
  ]
}

const samples: readonly Content[] = [
  ...shades.map((dark, i) => at(33 + 13 * i, 246, `${Math.round(dark * 100)}%`, 9)),
  at(32, 261, '十二号粗体：调解协议书 0123456789', 12, { bold: true }),
  at(32, 267, '十二号：调解协议书 0123456789', 12),
  at(144, 241, '圆圈 45 毫米', 10.5),
]

/** 打印测试页: what a person measures with a ruler, and what to type then. */
export function printerTrial(input: PrinterTrialInput): PaperDefinition {
  const { header, footer, ...page } = sheet({
    title: printerTrialTitle,
    on: input.on,
    headRight: '',
    mark: input.sample ? '演示样张　不得入卷' : null,
    content: [
      {
        stack: [
          { text: printerTrialTitle, fontSize: 20, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
          paragraph(facts(input)),
          ...steps(input).map((step) => (step.startsWith('　') ? indented(step) : paragraph(step))),
        ],
        margin: [mm(28), mm(26), mm(26), 0],
      },
      drawn([...rulers, ...borders, ...rings, ...greys, ...thin]),
      ...numbers,
      ...samples,
    ],
  })
  // The rulers reach the edges of the paper: this page has neither margins nor head and foot.
  return { ...page, pageMargins: 0 }
}
