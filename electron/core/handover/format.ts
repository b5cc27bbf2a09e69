/** Shapes of everything that travels. FORMAT.md specifies the file; this is its strict parser. */
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'

export const formatVersion = 1
/** age v1 with X25519 recipients; ed25519 over the manifest; tar; gzip. An unknown suite is refused. */
export const suite = 'age-x25519+ed25519+tar+gzip'

/** What a hostile file may cost, checked before and while reading. */
export const budgets = {
  fileBytes: 4 * 1024 ** 3,
  manifestBytes: 1024 ** 2,
  /** Compressed and plain bytes of one entries part. */
  partPacked: 8 * 1024 ** 2,
  partPlain: 8 * 1024 ** 2,
  parts: 4096,
  lineBytes: 1024 ** 2,
  cardBytes: 64 * 1024,
  /** The age header: two recipients take about 300 bytes. */
  headerBytes: 4096,
  receiptBytes: 64 * 1024 ** 2,
} as const

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const counter = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const book = z.enum(['mediation', 'teams'])
const shortText = z.string().min(1).max(60)
const ledgerWord = z.string().regex(/^[a-z][A-Za-z]{0,39}$/)
const instant = z.iso.datetime()

/** Public keys of one side: `.jfk` 单位登记卡, signed by the key it carries. */
export const cardBody = z.strictObject({
  format: z.literal('jiefenbu-card'),
  version: z.literal(formatVersion),
  kind: z.enum(['unit', 'recipient']),
  name: shortText,
  code: z.string().regex(/^[0-9A-Za-z]{1,12}$/),
  /** The book a recipient receives; null for a unit. */
  book: book.nullable(),
  station: z.uuid(),
  signKey: hex32,
  ageRecipient: z.string().regex(/^age1[0-9a-z]{58}$/),
  sample: z.boolean(),
  made: instant,
})
export type Card = z.infer<typeof cardBody>

const partOf = z.strictObject({
  name: z.string().regex(/^entries-\d{4}\.ndjson\.gz$/),
  bytes: counter,
  plainBytes: counter,
  lines: counter,
  sha256: hex32,
})
const boundary = z.strictObject({ seq: counter, chain: hex32 })

/** Everything inside the signature (H2, H3). */
export const manifestBody = z.strictObject({
  format: z.literal('jiefenbu-handover'),
  version: z.literal(formatVersion),
  suite: z.literal(suite),
  book,
  sample: z.boolean(),
  unit: z.strictObject({ code: z.string().max(12), name: shortText }),
  station: z.uuid(),
  epoch: z.strictObject({
    id: z.uuid(),
    reason: z.enum(['created', 'restored', 'copied']),
    parent: z.uuid().nullable(),
    parentSeq: counter.nullable(),
    parentChain: hex32.nullable(),
  }),
  no: z.number().int().min(1).max(1_000_000),
  /** Chain hashes at the two ends: forks and roll-backs show, contents do not. */
  base: boundary,
  upTo: boundary,
  level: z.literal('T1'),
  shapes: z.record(ledgerWord, z.number().int().min(1)),
  ledgers: z.record(ledgerWord, z.strictObject({ states: counter, tombstones: counter, counts: counter })),
  recipient: z.strictObject({ station: z.uuid(), age: z.array(z.string()).min(1).max(2) }),
  parts: z.array(partOf).max(budgets.parts),
  date: z.iso.date(),
  at: instant,
})
export type Manifest = z.infer<typeof manifestBody>

type Value = string | number | boolean | null | string[]
const isValue = (v: unknown): v is Value => {
  if (typeof v === 'string') return v.length <= 100_000
  if (Array.isArray(v)) return v.length <= 100 && v.every((w) => typeof w === 'string' && w.length <= 200)
  return v === null || typeof v === 'boolean' || (typeof v === 'number' && Number.isFinite(v))
}
// By hand: as a union tried for each value of each row this was a third of an import's time.
const values = z.custom<Record<string, Value>>(
  (row) =>
    row !== null &&
    typeof row === 'object' &&
    !Array.isArray(row) &&
    Object.entries(row).every(([name, v]) => name.length <= 60 && isValue(v)),
)
/** One line of an entries part. */
export const entry = z.discriminatedUnion('kind', [
  /** Latest state of a record in the city layout. */
  z.strictObject({
    kind: z.literal('state'),
    ledger: ledgerWord,
    id: hex32,
    seq: counter,
    revision: counter,
    level: z.literal('T1'),
    data: values,
  }),
  /** Removed, or no longer allowed to travel as a row. */
  z.strictObject({
    kind: z.literal('tombstone'),
    ledger: ledgerWord,
    id: hex32,
    seq: counter,
    revision: counter,
    level: z.literal('T1'),
  }),
  /** T0: one cell; a handover carries all cells of its ledgers, which replace what was held. */
  z.strictObject({
    kind: z.literal('count'),
    ledger: ledgerWord,
    period: z.string().regex(/^(\d{4}-\d{2})?$/),
    measure: z.string().max(40),
    category: z.string().max(40),
    amount: z.number().int(),
  }),
])
export type Entry = z.infer<typeof entry>

/** `.jfr` 回执: what the recipient holds of one station and book. */
export const receiptBody = z.strictObject({
  format: z.literal('jiefenbu-receipt'),
  version: z.literal(formatVersion),
  book,
  sample: z.boolean(),
  /** `earlier` names the recipient's former lives, oldest first: a late receipt of one of them is known as such. */
  recipient: z.strictObject({
    station: z.uuid(),
    epoch: z.uuid(),
    earlier: z.array(z.uuid()).max(1000),
    name: shortText,
  }),
  station: z.uuid(),
  /** The office's epoch the mark belongs to. */
  epoch: z.uuid(),
  mark: counter,
  /** Chain hash at the mark, as the office stated it. */
  markChain: hex32,
  /** Of the handover the mark comes from; 0 before the first. */
  no: counter,
  missingNos: z.array(z.number().int().min(1)).max(10_000),
  exceptions: z
    .array(z.strictObject({ no: counter, ledger: ledgerWord, id: hex32, seq: counter, reason: z.string().max(200) }))
    .max(100_000),
  refused: z.array(z.strictObject({ no: counter, reason: z.string().max(60) })).max(1000),
  at: instant,
})
export type Receipt = z.infer<typeof receiptBody>

const bookWords = { mediation: '调解', teams: '队伍' } as const satisfies Record<z.infer<typeof book>, string>
/** A travelling file's name shows unit code, book and number, nothing else. */
export const handoverFileName = (unitCode: string, of: z.infer<typeof book>, no: number): string =>
  `${unitCode}-${bookWords[of]}-${String(no).padStart(4, '0')}.jfb`
export const receiptFileName = (unitCode: string, of: z.infer<typeof book>, no: number): string =>
  `${unitCode}-${bookWords[of]}-${String(no).padStart(4, '0')}.jfr`
export const cardFileName = (card: Pick<Card, 'code' | 'book'>): string =>
  `${card.code}-${card.book === null ? '单位' : bookWords[card.book]}.jfk`

// One for all lines: making one takes longer than reading a line with it.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/**
 * JSON as `JSON.stringify` writes it, and nothing else: no blanks, no key twice, one spelling of each value. Null for
 * anything else. A key said twice would let two readers see two documents under one signature.
 */
export function exactJson(bytes: Uint8Array): { readonly value: unknown } | null {
  try {
    const text = utf8.decode(bytes)
    const value: unknown = JSON.parse(text)
    return JSON.stringify(value) === text ? { value } : null
  } catch {
    return null
  }
}

const said = (json: unknown, key: 'version' | 'suite'): unknown =>
  json !== null && typeof json === 'object' && Object.hasOwn(json, key)
    ? (json as Record<string, unknown>)[key]
    : undefined

/** Parses bytes that were verified before. Throws `file-unsupported` for another version or suite, else `file-hostile`. */
export function parseStrictly<T>(schema: z.ZodType<T>, bytes: Uint8Array): T {
  const json = exactJson(bytes)
  if (json === null) throw new AppError('file-hostile', { at: 'json' })
  const version = said(json.value, 'version')
  if (typeof version === 'number' && version !== formatVersion) throw new AppError('file-unsupported', { version })
  const claimed = said(json.value, 'suite')
  if (typeof claimed === 'string' && claimed !== suite)
    throw new AppError('file-unsupported', { suite: claimed.slice(0, 60) })
  const parsed = schema.safeParse(json.value)
  if (!parsed.success) throw new AppError('file-hostile', { at: parsed.error.issues[0]?.path.join('.') ?? '' })
  return parsed.data
}
