import { Button, Checkbox, Radio, Spin } from 'antd'
import { useState } from 'react'
import type { FileExtension, PickedFile, Place, SheetExtension } from '../../shared/contract/office.ts'
import { useAct, useCall } from '../api/client.ts'
import { inOneLine } from '../format.ts'
import { fill, t } from '../text.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { PlacePicker, useLookingAgain } from './PlacePicker.tsx'
import { bytesShown } from './shown.ts'

interface Props {
  readonly label: string
  readonly extensions: readonly (FileExtension | SheetExtension)[]
  readonly multiple?: boolean
  readonly value: readonly PickedFile[]
  readonly onChange: (files: readonly PickedFile[]) => void
  readonly disabled?: boolean
}

/** Chooses files that the program knows by their ending, from a stick, drive or folder. */
export function FilePicker({ label, extensions, multiple = false, value, onChange, disabled = false }: Props) {
  const [place, setPlace] = useState<Place | null>(null)
  const status = useCall('register.status', {})
  const pick = useAct('place.pickFiles')
  const browse = () =>
    pick.mutate(
      { extensions: [...extensions] },
      { onSuccess: (files) => files.length > 0 && onChange(multiple ? files : files.slice(0, 1)) },
    )
  const moved = (next: Place | null) => {
    setPlace(next)
    onChange([])
  }
  return (
    <div className="file-picker">
      <PlacePicker compact label={label} value={place} onChange={moved} disabled={disabled} />
      {place && <FilesOf {...{ place, label, extensions, multiple, value, onChange, disabled }} />}
      {status.data?.host === 'electron' && (
        <Button size="small" onClick={browse} disabled={disabled}>
          {t.settings.places.browseFiles}
        </Button>
      )}
      <ErrorNotice error={pick.error} />
    </div>
  )
}

interface FilesProps extends Required<Props> {
  readonly place: Place
}
function FilesOf({ place, ...props }: FilesProps) {
  const { extensions } = props
  const found = useCall('place.files', { place: place.token, extensions: [...extensions] })
  useLookingAgain(found.refetch)
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Spin size="small" />
  const endings = inOneLine(extensions.map((e) => `.${e}`))
  if (found.data.length === 0) return <p>{fill(t.settings.places.noFiles, { extensions: endings })}</p>
  return props.multiple ? <ManyFiles {...props} files={found.data} /> : <OneFile {...props} files={found.data} />
}

interface ChoiceProps extends Pick<Required<Props>, 'label' | 'value' | 'onChange' | 'disabled'> {
  readonly files: readonly PickedFile[]
}
function OneFile({ files, label, value, onChange, disabled }: ChoiceProps) {
  return (
    <Radio.Group
      className="file-picker-files"
      aria-label={label}
      disabled={disabled}
      value={value[0]?.token ?? null}
      onChange={(e) => onChange(files.filter((f) => f.token === e.target.value))}
      options={files.map((f) => ({ value: f.token, label: <FileLine file={f} /> }))}
    />
  )
}

function ManyFiles({ files, label, value, onChange, disabled }: ChoiceProps) {
  const chosen = new Set(value.map((f) => f.token))
  const toggle = (token: string, on: boolean) =>
    onChange(files.filter((f) => (f.token === token ? on : chosen.has(f.token))))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the picker's own fieldset would read its name twice
    <div className="file-picker-files" role="group" aria-label={label}>
      {files.map((f) => (
        <Checkbox
          key={f.token}
          checked={chosen.has(f.token)}
          disabled={disabled}
          onChange={(e) => toggle(f.token, e.target.checked)}
        >
          <FileLine file={f} />
        </Checkbox>
      ))}
    </div>
  )
}

function FileLine({ file }: { readonly file: PickedFile }) {
  return (
    <span>
      {file.name}
      <span className="file-picker-size">{bytesShown(file.bytes)}</span>
    </span>
  )
}
