import { z } from 'zod'
import { plain } from './plainText.ts'

const numberPattern = plain(60).refine((p) => p.split('{序号}').length === 2 && p.split('{年}').length === 2)

/** Settings of the office; every one has a default. */
export const settings = z.strictObject({
  /** 印章全称: printed as on the seal, never computed. */
  committee: plain(60),
  /** Number patterns, e.g. `示例人调字〔{年}〕第{序号}号` (domain 2.5). */
  caseNoPattern: numberPattern,
  agreementNoPattern: numberPattern,
  idleMinutes: z.number().int().min(1).max(240),
  /** 0 turns the timer off. */
  backupEveryHours: z.number().int().min(0).max(168),
  largeText: z.boolean(),
})
export type Settings = z.infer<typeof settings>

export const defaultSettings: Settings = {
  committee: '',
  caseNoPattern: '人调字〔{年}〕第{序号}号',
  agreementNoPattern: '人调协字〔{年}〕第{序号}号',
  idleMinutes: 10,
  backupEveryHours: 4,
  largeText: false,
}
