import { Checkbox, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { testPageAbout, testPagePaper } from '../../../shared/rules/printing.ts'
import { settings as settingsSchema } from '../../../shared/settings.ts'
import { defaultPrinter, type Printer, printStyles, resolutions } from '../../../shared/settingsPrinters.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import type { OfficePaperRef } from '../../parts/paperRef.ts'
import { booksOf, useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { FormPlaceSettings } from './FormPlaceSettings.tsx'
import { OffsetInput } from './OffsetInput.tsx'
import type { Column } from './RowEditor.tsx'
import { RowForm } from './RowForm.tsx'
import { useSettings } from './useSettings.ts'
import type { Unreadable } from './useUnreadable.ts'

const words = t.printing.settings

/** 打印机: what makes an old printer print where it should, and the page to measure it with. */
export function PrinterSettings() {
  const { settings, readError } = useSettings()
  const [testing, setTesting] = useState<OfficePaperRef | null>(null)
  if (settings === undefined) return <ErrorNotice error={readError} />
  if (testing !== null) return <PaperPreview of={testing} onClose={() => setTesting(null)} />
  return (
    <div className="settings-section printers">
      <Printers stored={settings.printers} onTest={setTesting} />
      <FormPlaceSettings stored={settings.formPlaces} />
    </div>
  )
}

interface Props {
  readonly stored: readonly Printer[]
  readonly onTest: (page: OfficePaperRef) => void
}

const Printers = ({ stored, onTest }: Props) => (
  <Panel title={words.title} note={words.note}>
    <p className="panel-note">{words.columnsNote}</p>
    <RowForm<Printer>
      label={words.title}
      stored={stored}
      empty={words.empty}
      fresh={defaultPrinter}
      add={words.add}
      columns={columnsOf}
      isGood={(rows) => settingsSchema.shape.printers.safeParse(rows).success}
      wrong={words.wrong}
      changes={(printers) => ({ printers })}
      after={(rows) => (
        <TestPages stored={stored} isChanged={JSON.stringify(stored) !== JSON.stringify(rows)} onTest={onTest} />
      )}
    />
  </Panel>
)

/** A test page for each printer as it is saved, with and without its offset; one without for a printer not set up. */
function TestPages({ stored, isChanged, onTest }: Props & { readonly isChanged: boolean }) {
  const book = booksOf(useSession())[0] ?? 'mediation'
  const open = (printer: string, withOffset: boolean) =>
    onTest({ book, paper: testPagePaper, about: testPageAbout({ printer, withOffset }) })
  return (
    <>
      {isChanged && stored.length > 0 && <p className="field-warning">{words.testUnsaved}</p>}
      <ul className="printer-tests">
        {stored.map(({ name }) => (
          <li key={name}>
            {fill(words.testOf, { name })}
            <TestLink name={name} label={words.testOff} onClick={() => open(name, false)} />
            <TestLink name={name} label={words.testOn} onClick={() => open(name, true)} />
          </li>
        ))}
        <li>
          {words.anyTest}
          <TestLink name="" label={words.test} onClick={() => open('', false)} />
        </li>
      </ul>
    </>
  )
}

interface TestLinkProps {
  readonly name: string
  readonly label: string
  readonly onClick: () => void
}
const TestLink = ({ name, label, onClick }: TestLinkProps) => (
  <button type="button" className="link" aria-label={`${name} ${words.test} ${label}`.trim()} onClick={onClick}>
    {label}
  </button>
)

const styles = printStyles.map((value) => ({ value, label: t.printing.styles[value] }))
const dots = resolutions.map((value) => ({ value, label: fill(words.dots, { dots: value }) }))

/** A box to tick in a row. */
const ticked = (key: 'duplex' | 'onePage'): Column<Printer> => ({
  key,
  title: words[key],
  cell: (row, set, label) => (
    <Checkbox aria-label={label} checked={row[key]} onChange={(e) => set({ ...row, [key]: e.target.checked })} />
  ),
})

const moved = (key: 'offsetX' | 'offsetY', title: string, unread: Unreadable): Column<Printer> => ({
  key,
  title,
  cell: (row, set, label) => (
    <OffsetInput label={label} value={row[key]} unread={unread} onChange={(tenths) => set({ ...row, [key]: tenths })} />
  ),
})

const columnsOf = (unread: Unreadable): readonly Column<Printer>[] => [
  { key: 'name', title: words.name, text: (r) => r.name, set: (r, name) => ({ ...r, name }) },
  moved('offsetX', words.x, unread),
  moved('offsetY', words.y, unread),
  {
    key: 'style',
    title: words.style,
    cell: (row, set, label) => (
      <Select aria-label={label} options={styles} value={row.style} onChange={(style) => set({ ...row, style })} />
    ),
  },
  ticked('duplex'),
  ticked('onePage'),
  {
    key: 'pagesPerPart',
    title: words.pagesPerPart,
    cell: (row, set, label) => (
      <InputNumber
        aria-label={label}
        min={1}
        max={200}
        precision={0}
        value={row.pagesPerPart}
        onChange={(pages) => set({ ...row, pagesPerPart: pages ?? defaultPrinter.pagesPerPart })}
      />
    ),
  },
  {
    key: 'resolution',
    title: words.resolution,
    cell: (row, set, label) => (
      <Select
        aria-label={label}
        options={dots}
        value={row.resolution}
        onChange={(resolution) => set({ ...row, resolution })}
      />
    ),
  },
]
