import type { ImportFileView } from '../../../shared/contract/handover.ts'
import { errorCodes } from '../../../shared/errors.ts'
import { errorWords } from '../../parts/ErrorNotice.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { numbersShown } from '../../parts/shown.ts'
import { fill, t } from '../../text.ts'
import { reasonShown } from './reasons.ts'

/** State by word and shape, not by colour alone. */
const marks = { ready: '●', alreadyHeld: '○', refused: '✕', setAside: '▲' } as const

type Sum = ImportFileView['ledgers'][number]
/** One line per file and ledger; what belongs to the file stands on its first line. */
interface Line {
  readonly file: ImportFileView
  readonly sum: Sum | null
  readonly first: boolean
}
const linesOf = (file: ImportFileView): readonly Line[] =>
  file.ledgers.length === 0
    ? [{ file, sum: null, first: true }]
    : file.ledgers.map((sum, i) => ({ file, sum, first: i === 0 }))

/** What a file would do, before it does it. */
export function ImportTable({ files }: { readonly files: readonly ImportFileView[] }) {
  const words = t.city.preview
  const once = (value: (file: ImportFileView) => string | number | null) => (line: Line) =>
    line.first ? value(line.file) : ''
  const amount = (key: Exclude<keyof Sum, 'ledger'>) => ({
    key,
    title: words[key],
    value: (line: Line) => (line.sum === null ? '' : line.sum[key]),
    numeric: true,
  })
  const amounts = (['fresh', 'changed', 'same', 'removed', 'bothSides', 'setAside'] as const).map(amount)
  return (
    <>
      <PlainTable<Line>
        label={words.title}
        columns={[
          { key: 'unit', title: words.unit, value: once((f) => f.unitName) },
          { key: 'no', title: words.no, value: once((f) => f.no) },
          { key: 'date', title: words.date, value: once((f) => f.date) },
          {
            key: 'verdict',
            title: words.verdict,
            value: once((f) => `${marks[f.verdict]} ${words.verdicts[f.verdict]}`),
          },
          { key: 'ledger', title: words.ledger, value: ({ sum }) => (sum === null ? '' : t.ledgers[sum.ledger].name) },
          ...amounts,
          { key: 'file', title: words.file, value: once((f) => f.fileName) },
        ]}
        rows={files.flatMap(linesOf)}
        keyOf={(line) => `${line.file.token}/${line.sum?.ledger ?? ''}`}
        empty={words.nothingReady}
      />
      <FileNotes files={files} />
    </>
  )
}

const isErrorCode = (reason: string): reason is (typeof errorCodes)[number] =>
  errorCodes.some((code) => code === reason)

/** Why a file cannot be merged and what to do about it, in whole sentences. */
function noteOf(file: ImportFileView): string {
  const { verdict, reason } = file
  if (verdict === 'alreadyHeld') return t.city.preview.alreadyHeldNote
  if (reason === null) return ''
  if (!isErrorCode(reason)) return reasonShown(reason)
  const words = errorWords({ code: reason, details: {} })
  return `${words.what}${words.safe}${words.act}`
}

function FileNotes({ files }: { readonly files: readonly ImportFileView[] }) {
  const missing = files.filter((f) => f.missingNos.length > 0)
  const notes = files.map((file) => ({ file, note: noteOf(file) })).filter(({ note }) => note !== '')
  if (missing.length === 0 && notes.length === 0) return null
  return (
    <ul className="file-notes">
      {notes.map(({ file, note }) => (
        <li key={file.token}>
          <strong>{file.fileName}</strong> {note}
        </li>
      ))}
      {missing.map((f) => (
        <li key={`${f.token}/missing`}>
          <strong>{f.unitName ?? f.fileName}</strong>{' '}
          {fill(t.city.preview.missing, { nos: numbersShown(f.missingNos) })}
          {t.city.preview.missingHint}
        </li>
      ))}
    </ul>
  )
}
