/** The contract's calls of Excel in and out. */
import * as fs from 'node:fs'
import type { ImportView } from '../../../shared/contract/sheets.ts'
import { largestSheetFile } from '../../../shared/contract/sheets.ts'
import type { CallName } from '../../../shared/contract.ts'
import { AppError } from '../../../shared/errors.ts'
import { isPlain, type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { headerFingerprint } from '../../../shared/rules/sheetColumns.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { ruleContext } from '../calls/records.ts'
import { type Ctx, type Handlers, write } from '../context.ts'
import { diskError } from '../files.ts'
import { inTurn, workOf } from '../longWork.ts'
import { plainFileName, writePlainFile } from '../plainFiles.ts'
import { noteAccess } from '../register/access.ts'
import { analyse } from './analysis.ts'
import {
  type Batch,
  batchOf,
  type Choices,
  forgetBatch,
  noChoices,
  readingOf,
  refuseBegun,
  rememberMeaning,
} from './batches.ts'
import { commitBatch } from './commit.ts'
import { exportRecords } from './exportRun.ts'
import { problemsFile } from './problemsFile.ts'
import { readFile } from './reading.ts'
import { templateBytes } from './template.ts'
import { undoBatch } from './undo.ts'
import { importList, importPage, viewOf } from './views.ts'

type Own = Extract<CallName, `import.${string}` | `export.${string}`>
const megabytes = largestSheetFile / 1024 / 1024

/** A case is no row of a sheet: only plain ledgers come in and go out so. */
function plain(ledger: LedgerName): LedgerName {
  if (!isPlain(ledger)) throw new AppError('not-found')
  return ledger
}
const changed = (ctx: Ctx) => ctx.emit({ type: 'changed', what: 'import' })
const ownerOf = (ctx: Ctx): string => `${ctx.pipe} ${ctx.session.userId}`
const batchIn = (ctx: Ctx, { ledger, batch }: { ledger: LedgerName; batch: string }): Batch =>
  batchOf(ctx.register.db, plain(ledger), batch)
const shown = (ctx: Ctx, of: { ledger: LedgerName; batch: string }): ImportView =>
  viewOf(ctx.register.db, batchIn(ctx, of))

/** The size is asked before the file is read. Throws `sheet-too-large`, `target-gone` for a stick that was pulled out. */
async function fileBytes(ctx: Ctx, token: string): Promise<Uint8Array> {
  const file = ctx.places.resolve(token)
  try {
    if ((await fs.promises.stat(file)).size > largestSheetFile) throw new AppError('sheet-too-large', { megabytes })
    return new Uint8Array(await fs.promises.readFile(file))
  } catch (e) {
    throw diskError(e, 'target')
  }
}

/** What was said before, with what is said now. Another sheet or header is another question. */
function chosen(before: Choices, input: Parameters<Handlers['import.match']>[1]): Choices {
  const isOther = input.sheet !== undefined || input.header !== undefined
  const base = isOther ? { ...before, columns: {} } : before
  const header = input.sheet !== undefined ? null : before.header
  return {
    sheet: input.sheet ?? base.sheet,
    header: input.header === undefined ? header : input.header,
    columns: { ...base.columns, ...Object.fromEntries((input.columns ?? []).map((c) => [c.column, c.path])) },
    constants: {
      ...base.constants,
      ...Object.fromEntries((input.constants ?? []).map((c) => [c.path, c.text.trim()])),
    },
  }
}

async function match(ctx: Ctx, input: Parameters<Handlers['import.match']>[1]): Promise<ImportView> {
  const { db } = ctx.register
  const batch = batchIn(ctx, input)
  refuseBegun(batch)
  const choices = chosen(batch.reading?.choices ?? noChoices, input)
  await analyse(workOf(ctx), batch, choices, ruleContext(ctx))
  const reading = readingOf(batchIn(ctx, input))
  if (input.columns !== undefined && reading.header !== null)
    rememberMeaning(
      db,
      input.ledger,
      headerFingerprint(reading.columns.map((c) => c.header)),
      choices.columns,
      ctx.clock.now(),
    )
  changed(ctx)
  return shown(ctx, input)
}

const writeOut = (ctx: Ctx, place: string | null, fileName: string, bytes: Uint8Array): Promise<void> =>
  writePlainFile(ctx, place === null ? null : ctx.places.resolve(place), fileName, bytes)

export const sheetHandlers = {
  'import.send': (ctx, input) => {
    plain(input.ledger)
    ctx.uploads.take(ownerOf(ctx), input.upload, input.at, input.bytes)
    return null
  },
  'import.read': async (ctx, { ledger, name, from, encoding }) => {
    plain(ledger)
    ctx.job.step('reading', null)
    const bytes = 'upload' in from ? ctx.uploads.give(ownerOf(ctx), from.upload) : await fileBytes(ctx, from.file)
    if (bytes.length > largestSheetFile) throw new AppError('sheet-too-large', { megabytes })
    return inTurn(ctx.register, async () => {
      const id = await readFile(workOf(ctx), { ledger, name, bytes, encoding })
      const batch = batchOf(ctx.register.db, ledger, id)
      try {
        await analyse(workOf(ctx), batch, noChoices, ruleContext(ctx))
      } catch (e) {
        await forgetBatch(ctx.register.db, batch.k).catch(() => undefined)
        throw e
      }
      changed(ctx)
      return shown(ctx, { ledger, batch: id })
    })
  },
  'import.view': (ctx, input) => shown(ctx, input),
  'import.match': (ctx, input) => inTurn(ctx.register, () => match(ctx, input)),
  'import.page': (ctx, { only, offset, limit, ...of }) =>
    importPage(ctx.register.db, batchIn(ctx, of), { only, offset, limit }),
  'import.commit': (ctx, { equal, ...of }) =>
    inTurn(ctx.register, async () => {
      const saved = await commitBatch(ctx, batchIn(ctx, of), equal)
      changed(ctx)
      return { ...saved, view: shown(ctx, of) }
    }),
  'import.discard': async (ctx, input) => {
    await inTurn(ctx.register, async () => {
      const batch = batchIn(ctx, input)
      refuseBegun(batch)
      await forgetBatch(ctx.register.db, batch.k)
    })
    changed(ctx)
    return null
  },
  'import.undo': (ctx, input) =>
    inTurn(ctx.register, async () => {
      const undone = await undoBatch(ctx, batchIn(ctx, input))
      changed(ctx)
      return { ...undone, view: shown(ctx, input) }
    }),
  'import.list': (ctx, { ledger }) => importList(ctx.register.db, plain(ledger)),
  'import.problemsFile': async (ctx, { place, ...of }) => {
    const batch = batchIn(ctx, of)
    ctx.job.step('writing', null)
    const { bytes, records } = await problemsFile(ctx.register.db, batch, ctx.job.cancelled)
    const { name } = zhCN.ledgers[of.ledger]
    const fileName = plainFileName(`${name}${zhCN.sheets.problemsFile}`, ctx.clock.now(), 'xlsx')
    const { book } = ledgerOf(of.ledger)
    // Rows of people as they stand in the office's own sheet, ID numbers among them: an export like any other.
    write(ctx, (tx) =>
      noteAccess(tx.db, {
        at: tx.at,
        by: tx.by,
        what: 'export',
        ledger: of.ledger,
        facts: { problems: records, book },
      }),
    )
    await writeOut(ctx, place, fileName, bytes)
    ctx.emit({ type: 'changed', what: 'plainFiles' })
    return { fileName, records }
  },
  'export.template': async (ctx, { ledger, place }) => {
    plain(ledger)
    ctx.job.step('writing', null)
    const { name } = zhCN.ledgers[ledger]
    const fileName = plainFileName(`${name}${zhCN.sheets.templateFile}`, ctx.clock.now(), 'xlsx')
    await writeOut(ctx, place, fileName, await templateBytes(ledger))
    return { fileName }
  },
  'export.run': (ctx, input) => exportRecords(ctx, { ...input, ledger: plain(input.ledger) }),
} satisfies Pick<Handlers, Own>
