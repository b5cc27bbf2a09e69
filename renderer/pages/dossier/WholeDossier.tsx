import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Radio } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DossierBuilt } from '../../../shared/contract/dossier.ts'
import { type JobHandle, useJob } from '../../api/client.ts'
import { inOneLine } from '../../format.ts'
import { useAltKey } from '../../keys.ts'
import { JobState } from '../../parts/JobProgress.tsx'
import { fill, t } from '../../text.ts'
import { FillPages } from './FillPages.tsx'

const words = t.dossierDesk.whole

export interface WholeOptions {
  readonly printNumbers: boolean
  readonly duplex: boolean
  readonly leaveOutOriginals: boolean
}
const usual: WholeOptions = { printNumbers: true, duplex: false, leaveOutOriginals: false }

export interface Whole {
  readonly options: WholeOptions
  readonly change: (options: WholeOptions) => void
  readonly build: JobHandle<'dossier.build'>
  readonly start: () => void
  /** What was bound last; null while nothing is. */
  readonly built: DossierBuilt | null
  readonly showing: boolean
  readonly show: (on: boolean) => void
}

/** Binds the dossier as one PDF and opens it when it is done. */
export function useWhole(id: string): Whole {
  const [options, change] = useState(usual)
  const [showing, show] = useState(false)
  const build = useJob('dossier.build')
  // A job found running may be that of another case: only what was asked for here is opened.
  const asked = useRef(false)
  const built = asked.current ? build.outcome : null
  const queries = useQueryClient()
  useEffect(() => {
    if (built === null) return
    // What was bound before is another dossier now.
    queries.removeQueries({ queryKey: ['dossier.preview'] })
    show(true)
  }, [built, queries])
  const start = () => {
    asked.current = true
    show(false)
    void build.start({ ledger: 'dispute', id, ...options })
  }
  return { options, change, build, start, built, showing, show }
}

/** The one obvious button of the page, and its few options beside it. */
export function WholeButtons({ whole }: { readonly whole: Whole }) {
  const [open, setOpen] = useState(false)
  const latest = useRef(whole)
  latest.current = whole
  useAltKey(
    'w',
    useCallback(() => {
      if (!latest.current.build.running) latest.current.start()
    }, []),
  )
  return (
    <>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.options}
      </Button>
      <Button
        type="primary"
        aria-keyshortcuts="Alt+W"
        title={words.printKey}
        loading={whole.build.running}
        onClick={whole.start}
      >
        {words.print}
      </Button>
      {open && <Options whole={whole} />}
    </>
  )
}

function Options({ whole: { options, change } }: { readonly whole: Whole }) {
  return (
    <fieldset className="plain whole-options">
      <legend>{words.numbers}</legend>
      <Radio.Group
        value={options.printNumbers}
        onChange={(e) => change({ ...options, printNumbers: e.target.value === true })}
        options={[
          { value: true, label: words.numbersPrinted },
          { value: false, label: words.numbersPencil },
        ]}
      />
      <Checkbox checked={options.duplex} onChange={(e) => change({ ...options, duplex: e.target.checked })}>
        {words.duplex}
      </Checkbox>
      <Checkbox
        checked={options.leaveOutOriginals}
        onChange={(e) => change({ ...options, leaveOutOriginals: e.target.checked })}
      >
        {words.leaveOut}
      </Checkbox>
    </fieldset>
  )
}

interface StateProps {
  readonly whole: Whole
  readonly id: string
  readonly name: (key: string) => string
}

/** Progress with cancel; then what was bound, what it lacks, and its pages for the case. */
export function WholeState({ whole, id, name }: StateProps) {
  const { build, built } = whole
  if (built === null) return <JobState handle={build} label={words.making} />
  const lacks = warningsOf(built, name)
  return (
    <Alert
      type={lacks.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title={fill(words.built, { sheets: built.sheets, pages: built.pages })}
      description={
        <>
          {lacks.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <div className="file-buttons whole-buttons">
            <Button size="small" onClick={() => whole.show(true)}>
              {words.look}
            </Button>
            {built.originals.length === 0 && <FillPages id={id} pages={built.pages} />}
          </div>
        </>
      }
    />
  )
}

/** Why what was bound is not the whole of it, as sentences. */
function warningsOf(built: DossierBuilt, name: (key: string) => string): readonly string[] {
  const { missing, unfilled, originals, unreadable } = built
  const list = (keys: readonly string[]) => ({ count: keys.length, items: inOneLine(keys.map(name)) })
  return [
    missing.length === 0 ? '' : fill(words.missing, list(missing)),
    unfilled.length === 0 ? '' : fill(words.unfilled, list(unfilled)),
    originals.length === 0 ? '' : fill(words.originals, list(originals)),
    unreadable.length === 0 ? '' : fill(words.unreadable, { items: inOneLine(unreadable) }),
  ].filter(Boolean)
}
