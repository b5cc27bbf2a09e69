/** The tables of 统计 as one workbook: a sheet for each way they are told apart. */
import type { Book } from '../../../shared/ledgers/describe.ts'
import {
  type FigureGroup,
  type FigureScope,
  type FiguresView,
  isTimeGroup,
  measureNames,
  measureOf,
  type Period,
  rosterDay,
  teamCodes,
  timeGroupOf,
  writtenPeriod,
} from '../../../shared/rules/figures.ts'
import { zhCN } from '../../../shared/text/zh-CN.ts'
import { type Ctx, write } from '../context.ts'
import { type CellOut, type SheetToWrite, workbookBytes } from '../excel/writeSheet.ts'
import { plainFileName, writePlainFile } from '../plainFiles.ts'
import { noteAccess } from '../register/access.ts'
import { countFigures } from './count.ts'

const words = zhCN.figures

/** Sheet name and first heading of each way. */
function namesOf(by: FigureGroup): { readonly sheet: string; readonly first: string } {
  if (by === 'team') return { sheet: words.teamTable, first: words.team }
  if (by === 'event') return { sheet: words.eventTable, first: words.event }
  if (isTimeGroup(by)) return { sheet: words.times, first: words.time }
  return { sheet: words.places[by], first: words.placeColumn[by] }
}

function labelOf(by: FigureGroup, key: string): string {
  const team = teamCodes.find((code) => code === key)
  if (by === 'team') return team === undefined ? words.noTeam : zhCN.codes.team[team]
  if (by === 'event') return key || words.noEvent
  if (!isTimeGroup(by)) return key || words.noPlace
  const [year = '', quarter] = key.split('-Q')
  if (quarter !== undefined) return words.quarter.replace('{year}', year).replace('{quarter}', quarter)
  return key || words.noTime
}

/** The total is last, as on the page; whose numbers of when, and how to read them, stand below. */
function sheetOf(by: FigureGroup, view: FiguresView, below: readonly string[]): SheetToWrite {
  const told = measureNames.filter((name) => {
    const { day, by: fields } = measureOf(name)
    return isTimeGroup(by) ? day !== null : by === 'team' || fields[by] !== undefined
  })
  const { sheet, first } = namesOf(by)
  const line = (label: string, values: FiguresView['total']): readonly CellOut[] => [
    label,
    ...told.map((name) => values[name] ?? null),
  ]
  return {
    name: sheet,
    widths: [24, ...told.map(() => 11)],
    headerRows: 1,
    rows: [
      [first, ...told.map((name) => words.measures[name])],
      ...view.rows.map((r) => line(labelOf(by, r.key), r.values)),
      line(words.total, view.total),
      [],
      ...below.map((text) => [text]),
    ],
  }
}

const ways = {
  unit: ['team', 'village', 'department', 'event'],
  recipient: ['team', 'unit', 'department', 'event'],
} as const satisfies Record<FigureScope['home'], readonly FigureGroup[]>

/** Throws `cancelled` and errors of the target. */
export async function exportFigures(
  ctx: Ctx,
  { book, place, ...period }: Period & { readonly book: Book; readonly place: string | null },
): Promise<{ readonly fileName: string }> {
  ctx.job.step('reading', null)
  const { kind: home, unitName } = ctx.profile
  const asOf = rosterDay(period.until, ctx.clock.today())
  const below = [
    [unitName, words.shown.replace('{from}', period.from ?? words.begin).replace('{until}', period.until ?? asOf)].join(
      '　',
    ),
    words.asOf.replace('{day}', asOf),
    words.joint,
  ]
  const sheets = [...ways[home], timeGroupOf(period)].map((by) =>
    sheetOf(by, countFigures(ctx.register.db, { home, by, ...period, asOf, team: null }, ctx.session), below),
  )
  ctx.job.step('writing', null)
  const bytes = await workbookBytes(sheets, ctx.job.cancelled)
  const fileName = plainFileName(words.file, ctx.clock.now(), 'xlsx')
  const facts = { figures: writtenPeriod(period), format: 'xlsx' }
  // Before the file is there: a power cut leaves a note too many, never a file nobody knows of.
  write(ctx, (tx) => {
    tx.event('sheet.exported', facts, { book })
    noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'export', facts: { ...facts, book } })
  })
  await writePlainFile(ctx, place === null ? null : ctx.places.resolve(place), fileName, bytes)
  ctx.emit({ type: 'changed', what: 'plainFiles' })
  return { fileName }
}
