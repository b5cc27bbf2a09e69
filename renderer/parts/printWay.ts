import { useState } from 'react'
import type { PaperView } from '../../shared/contract/papers.ts'
import { type Shift, type Side, shiftOf, testPageOf, testPagePaper } from '../../shared/rules/printing.ts'
import { defaultPrinter, type Printer } from '../../shared/settingsPrinters.ts'
import { useCall } from '../api/client.ts'
import { isOfCase, type PaperRef, styled } from './paperRef.ts'

const remembered = 'jiefenbu.printer'

/** How a paper is printed on this machine. */
export interface PrintWay {
  readonly printers: readonly Printer[]
  readonly printer: Printer
  readonly choose: (name: string) => void
  /** The paper as this printer draws it. */
  readonly of: PaperRef
  readonly valuesOnly: boolean
  readonly setValuesOnly: (only: boolean) => void
  readonly shift: (side: Side) => Shift
}

/** The test page is of one printer, and printed with its offset or without. */
const testOf = (of: PaperRef) => ('about' in of && of.paper === testPagePaper ? testPageOf(of.about) : null)

/** The printer used last on this machine, and what of the paper it prints. */
export function usePrintWay(of: PaperRef): PrintWay {
  const settings = useCall('setting.all', {})
  const test = testOf(of)
  const [chosen, setChosen] = useState(() => test?.printer ?? localStorage.getItem(remembered) ?? '')
  const [valuesOnly, setValuesOnly] = useState(false)
  const printers = settings.data?.printers ?? []
  const printer = printers.find((p) => p.name === chosen) ?? defaultPrinter
  const choose = (name: string) => {
    localStorage.setItem(remembered, name)
    setChosen(name)
  }
  const place = valuesOnly && isOfCase(of) ? settings.data?.formPlaces.find((f) => f.paper === of.paper) : undefined
  const { offsetX, offsetY } = test?.withOffset === false ? defaultPrinter : printer
  return {
    printers: test === null ? printers : printers.filter((p) => p.name === test.printer),
    printer,
    choose,
    of: styled(of, printer.style, valuesOnly),
    valuesOnly,
    setValuesOnly,
    shift: (side) => shiftOf(side, { offsetX, offsetY }, place ?? null),
  }
}

/** Only what was entered can be printed of a paper of a case, filled in and not kept as it was signed. */
export const hasValues = (of: PaperRef, view: PaperView | undefined): boolean =>
  isOfCase(of) && of.mode !== 'blank' && view?.frozen !== true
