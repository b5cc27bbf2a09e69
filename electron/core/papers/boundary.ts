import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { type Passage, passage, typed } from './paperForm.ts'
import { entered } from './sheet.ts'

type Mark = DisputeData['boundaryMarks'][number]

const degrees = (value: number | null, positive: string, negative: string): string =>
  value === null ? '' : `${value < 0 ? negative : positive}${Math.abs(value)}°`

function markText({ name, place, longitude, latitude, witness }: Mark): string {
  const at = [degrees(longitude, '东经', '西经'), degrees(latitude, '北纬', '南纬')].filter((x) => x !== '').join('，')
  const facts = [place ?? '', at, witness === null ? '' : `见证人：${witness}`].filter((x) => x !== '')
  return [name ?? '', facts.join('；')].filter((x) => x !== '').join('：')
}

/** 四至 and 界桩: what a grassland agreement fixes on the ground (domain 3.1), so concrete that it can be found again. */
export const boundaryPassages = (data: DisputeData): readonly Passage[] => [
  ...typed(data.bounds),
  ...data.boundaryMarks.map((mark, i) => passage(entered(`界桩（${chineseNumber(i + 1)}）${markText(mark)}。`))),
]
