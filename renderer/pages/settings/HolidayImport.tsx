import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { PickedFile } from '../../../shared/contract/office.ts'
import type { AnswerError, Problem } from '../../../shared/errors.ts'
import type { HolidayTable } from '../../../shared/rules/calendar.ts'
import { useAct, useCall } from '../../api/client.ts'
import { inOneLine } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { FilePicker } from '../../parts/PlacePickerFiles.tsx'
import { fill, t, textAt } from '../../text.ts'

const words = t.clocks.settings

/** Where the table is in the sentence: year and layer. */
export const tableWords = (template: string, { layer, year }: Pick<HolidayTable, 'layer' | 'year'>): string =>
  fill(template, { year, layer: words.layers[layer] })

interface Props {
  readonly onDone: (said: string) => void
}

/** Takes in one year of one layer: choose the file, look at what it holds, import it. */
export function HolidayImport({ onDone }: Props) {
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const file = files[0]
  const done = (said: string) => {
    setFiles([])
    onDone(said)
  }
  return (
    <Panel title={words.importTitle} note={words.importNote}>
      <FilePicker label={words.choose} extensions={['jfh']} value={files} onChange={setFiles} />
      {file && <Inspected key={file.token} file={file} onDone={done} />}
    </Panel>
  )
}

function Inspected({ file, onDone }: Props & { readonly file: PickedFile }) {
  const found = useCall('holiday.inspect', { file: file.token })
  const take = useAct('holiday.import')
  if (found.error) return <FileError error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <p className="loading">{t.common.loading}</p>
  const { table, replaces } = found.data
  const start = () =>
    take.mutate({ file: file.token }, { onSuccess: (taken) => onDone(tableWords(words.imported, taken)) })
  return (
    <>
      <Alert
        type={replaces ? 'warning' : 'info'}
        showIcon
        role="note"
        title={tableWords(replaces ? words.willReplace : words.willAdd, table)}
      />
      <dl className="facts-list">
        <dt>{words.off}</dt>
        <dd>{inOneLine(table.off)}</dd>
        <dt>{words.work}</dt>
        <dd>{inOneLine(table.work) || t.common.none}</dd>
        <dt>{words.source}</dt>
        <dd>{table.source}</dd>
      </dl>
      {take.error && <FileError error={take.error} />}
      <div className="button-line">
        <Button type="primary" loading={take.isPending} onClick={start}>
          {words.importButton}
        </Button>
      </div>
    </>
  )
}

const problemsIn = (error: AnswerError): readonly Problem[] =>
  Array.isArray(error.details.problems) ? (error.details.problems as readonly Problem[]) : []

/** The refusal, then everything that is wrong with the file. */
function FileError({ error, onRetry }: { readonly error: AnswerError; readonly onRetry?: () => void }) {
  return (
    <>
      <ErrorNotice error={error} {...(onRetry ? { onRetry } : {})} />
      <ul className="file-problems">
        {problemsIn(error).map((p) => (
          <li key={`${p.path} ${p.code} ${JSON.stringify(p.params)}`}>
            {fill(textAt(t.problems, p.code) ?? t.problems.invalid, p.params)}
          </li>
        ))}
      </ul>
    </>
  )
}
