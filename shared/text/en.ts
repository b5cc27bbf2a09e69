/** The words in English; until a word is there the type check fails. */

import type { Texts } from './zh-CN.ts'
import { zhCN } from './zh-CN.ts'
export const en: Texts = zhCN
