import { Button, Progress } from 'antd'
import { type ClipboardEvent, useState } from 'react'
import { largestScan } from '../../shared/contract/scans.ts'
import { fill, t } from '../text.ts'
import { DropZone, type Given } from './DropZone.tsx'
import { ErrorNotice } from './ErrorNotice.tsx'
import { type FileOnTheWay, type ScanFiles, type ScanTarget, useScanFiles } from './scanFiles.ts'
import './scans.css'

interface Props extends ScanTarget {
  /** What the item is called, for whoever sees the place where files are dropped. */
  readonly label: string
}
const accepted = 'image/jpeg,image/png,image/webp,image/bmp,application/pdf,.jpg,.jpeg,.png,.webp,.bmp,.pdf'
const words = t.scans

/** Takes scans and photos for one item of a dossier: dropped, pasted or chosen; each file tells how it went. */
export function ScanDrop({ id, item, label }: Props) {
  const files = useScanFiles()
  const [note, setNote] = useState('')
  const take = (given: Given) => {
    setNote('')
    if (given.length > 0) files.take(given, { id, item })
  }
  const paste = (event: ClipboardEvent) => {
    const given = namesOf(event.clipboardData.files)
    event.preventDefault()
    if (given.length === 0) setNote(words.nothingPasted)
    take(given)
  }
  return (
    <div className="scan-drop">
      <DropZone
        label={fill(words.dropLabel, { item: label })}
        words={{
          ...words,
          dropNow: fill(words.dropNow, { item: label }),
          limits: fill(words.limits, { megabytes: largestScan / 1024 / 1024 }),
        }}
        accepted={accepted}
        multiple
        onTake={(given) => take(namesOf(given))}
        onPaste={paste}
      />
      {note !== '' && <p role="status">{note}</p>}
      <OnTheWay files={files} />
    </div>
  )
}

/** What is pasted from a screenshot is called `image.png` by every browser. */
const namesOf = (list: Iterable<File>): Given =>
  [...list].map((file) => ({ file, name: file.name === 'image.png' ? `${words.pasted}.png` : file.name }))

/** The files under way and those that were not added; what is done is told in one line. */
function OnTheWay({ files }: { readonly files: ScanFiles }) {
  const all = files.files
  if (all.length === 0) return null
  const of = (...states: readonly FileOnTheWay['state'][]) => all.filter((f) => states.includes(f.state))
  const open = of('waiting', 'sending', 'working').length
  const [done, failed] = [of('done').length, of('failed').length]
  const line =
    open > 0
      ? fill(words.several, { now: all.length - open + 1, all: all.length })
      : fill(words.severalDone, { done, failed })
  return (
    <div className="scan-files">
      <div className="scan-files-head">
        <span role="status">{line}</span>
        {of('waiting').length > 0 && (
          <Button size="small" type="text" onClick={files.stop}>
            {words.stop}
          </Button>
        )}
      </div>
      {open > 0 && (
        <Progress size="small" percent={Math.round(((all.length - open) / all.length) * 100)} showInfo={false} />
      )}
      <ul>
        {of('sending', 'working', 'failed').map((file) => (
          <FileLine key={file.key} file={file} files={files} />
        ))}
      </ul>
    </div>
  )
}

function FileLine({ file, files }: { readonly file: FileOnTheWay; readonly files: ScanFiles }) {
  if (file.error === null)
    return (
      <li>
        <bdi>{file.name}</bdi>{' '}
        {fill(words.states[file.state as 'sending' | 'working'], { percent: Math.round(file.sent * 100) })}
      </li>
    )
  return (
    <li className="scan-failed">
      <bdi>{file.name}</bdi>
      <ErrorNotice error={file.error} />
      {file.error.code === 'scan-twice' && (
        <Button size="small" onClick={() => files.addAnyway(file)}>
          {words.addAnyway}
        </Button>
      )}
      <Button size="small" onClick={() => files.dismiss(file.key)}>
        {words.dismiss}
      </Button>
    </li>
  )
}
