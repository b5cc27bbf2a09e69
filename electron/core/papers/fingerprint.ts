/** What a paper says, as one hash: two printings differ when and only when somebody could read a difference. */
import { sha256, toHex } from '../crypto.ts'
import type { PaperDefinition } from './pdfmake.ts'

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isNode(value)) return []
  const table = isNode(value.table) ? value.table.body : null
  return [value.text, value.stack, value.columns, value.ul, value.ol, table].flatMap(textsIn)
}

/** Of a definition not rendered yet. Where the text stands, and its day of printing, are no part of it. */
export const fingerprintOf = (definition: PaperDefinition): string =>
  toHex(sha256(textsIn(definition.content).join('').replace(/\s/g, '')))
