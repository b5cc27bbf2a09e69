import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { AppError } from '../../shared/errors.ts'
import type { Side } from '../../shared/rules/printing.ts'
import { asAppError, countPrinters } from '../api/client.ts'
import { clearPrint, type PrintPart, printPart } from './PaperPreviewPrint.ts'

/** What is printed, cut into what goes to the printer at once. */
export interface PrintOrder extends Pick<PrintPart, 'shift' | 'dotsPerInch'> {
  readonly paper: PDFDocumentProxy
  readonly parts: readonly (readonly Side[])[]
  readonly copies: number
  /** A part is one page, and a person feeds it. */
  readonly byHand: boolean
  /** Notes the print before the first part leaves; answers the copy number. */
  readonly note: () => Promise<number>
  /** Takes that note back. */
  readonly undo: (copyNo: number) => Promise<void>
}

export type PrintStage =
  | { readonly at: 'idle' }
  | { readonly at: 'making'; readonly page: number; readonly pages: number }
  /** So many parts have left; the next waits for the printer. */
  | { readonly at: 'waiting'; readonly done: number }
  | { readonly at: 'ended'; readonly done: number; readonly seen: boolean }
  | { readonly at: 'undone' }

interface Job {
  readonly order: PrintOrder
  copyNo: number | null
  stopped: boolean
}

async function refuseWithoutPrinter(): Promise<void> {
  // Only a host that knows says so; in a browser the system's own window does.
  if ((await countPrinters()) === 0) throw new AppError('no-printer')
}

/**
 * Prints part after part. The print is noted before the first part leaves: a paper that left without a note would be
 * worse than one too many, and a note can be taken back.
 */
export function usePrintJob() {
  const [stage, setStage] = useState<PrintStage>({ at: 'idle' })
  const [error, setError] = useState<AppError | null>(null)
  const job = useRef<Job | null>(null)
  const stop = () => {
    if (job.current) job.current.stopped = true
  }
  useEffect(
    () => () => {
      if (job.current) job.current.stopped = true
      clearPrint()
    },
    [],
  )
  const attempt = async (work: () => Promise<PrintStage>) => {
    setError(null)
    try {
      setStage(await work())
    } catch (cause) {
      setError(asAppError(cause))
      // What has left stays noted, and can be taken back or gone on with.
      setStage(job.current?.copyNo == null ? { at: 'idle' } : { at: 'ended', done: 0, seen: false })
    }
  }
  const run = (current: Job, part: number) => attempt(() => sendPart(current, part, setStage))
  return {
    stage,
    error,
    copyNo: job.current?.copyNo ?? null,
    order: job.current?.order ?? null,
    start: (order: PrintOrder) => {
      job.current = { order, copyNo: null, stopped: false }
      void run(job.current, 0)
    },
    send: (part: number) => job.current && void run(job.current, part),
    stop,
    end: (done: number) => setStage({ at: 'ended', done, seen: true }),
    undo: () => void attempt(() => undoneBy(job.current)),
  }
}

async function undoneBy(job: Job | null): Promise<PrintStage> {
  if (job?.copyNo == null) return { at: 'idle' }
  await job.order.undo(job.copyNo)
  job.copyNo = null
  return { at: 'undone' }
}

async function sendPart(job: Job, part: number, show: (stage: PrintStage) => void): Promise<PrintStage> {
  const { order } = job
  job.stopped = false
  if (part === 0) await refuseWithoutPrinter()
  const outcome = await printPart({
    ...order,
    sides: order.parts[part] ?? [],
    onPage: (page, pages) => show({ at: 'making', page, pages }),
    isStopped: () => job.stopped,
    before: async () => {
      job.copyNo ??= await order.note()
    },
  })
  if (outcome === 'stopped') return job.copyNo === null ? { at: 'idle' } : { at: 'waiting', done: part }
  const done = part + 1
  const isLast = done === order.parts.length
  return isLast || outcome === 'unseen' ? { at: 'ended', done, seen: outcome === 'opened' } : { at: 'waiting', done }
}
