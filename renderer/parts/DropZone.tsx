import { Button } from 'antd'
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import './DropZone.css'

export type Given = readonly { readonly name: string; readonly file: Blob }[]

interface Props {
  /** What the place is, for readers of the screen. */
  readonly label: string
  readonly words: {
    readonly drop: string
    readonly dropNow: string
    readonly choose: string
    readonly limits: string
  }
  /** Types and endings the file dialog shows. */
  readonly accepted: string
  readonly multiple?: boolean
  readonly onTake: (files: readonly File[]) => void
  readonly onPaste?: (event: ClipboardEvent) => void
}

/** A file dropped beside the place would replace the window by its picture. */
function useHarmlessDrops(): void {
  useEffect(() => {
    const stop = (event: Event) => event.preventDefault()
    window.addEventListener('dragover', stop)
    window.addEventListener('drop', stop)
    return () => {
      window.removeEventListener('dragover', stop)
      window.removeEventListener('drop', stop)
    }
  }, [])
}

/** A place for files: dropped there, pasted while it has the focus, or chosen in the system's dialog. */
export function DropZone({ label, words, accepted, multiple = false, onTake, onPaste }: Props) {
  const [over, setOver] = useState(false)
  useHarmlessDrops()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onTake([...event.dataTransfer.files])
  }
  return (
    <section
      className={over ? 'drop-zone over' : 'drop-zone'}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: pasting needs the focus
      tabIndex={0}
      onPaste={onPaste}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{over ? words.dropNow : words.drop}</p>
      <ChooseButton words={words} accepted={accepted} multiple={multiple} onTake={onTake} />
      <small className="quiet">{words.limits}</small>
    </section>
  )
}

function ChooseButton({
  words,
  accepted,
  multiple,
  onTake,
}: Pick<Required<Props>, 'words' | 'accepted' | 'multiple' | 'onTake'>) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button size="small" onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        hidden
        accept={accepted}
        onChange={(event) => {
          onTake([...(event.target.files ?? [])])
          // The same file may be chosen again after an error.
          event.target.value = ''
        }}
      />
    </>
  )
}
