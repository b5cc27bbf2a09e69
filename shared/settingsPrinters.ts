/** What the office knows of its printers, and of the forms it buys. */
import { z } from 'zod'
import { plainSome } from './plainText.ts'
import { casePapers } from './rules/casePapers.ts'

/** How a paper is drawn: as designed, saving ink, or for the coarse pins of a dot-matrix printer. */
export const printStyles = ['plain', 'lowInk', 'dotMatrix'] as const
export type PrintStyle = (typeof printStyles)[number]

/** Dots per inch of the page images; 180 and 360 are those of dot-matrix printers. */
export const resolutions = [150, 180, 300, 360] as const

/** Tenths of a millimetre, to the right and down. */
export const offset = z.number().int().min(-200).max(200)

const printer = z.strictObject({
  name: plainSome(40),
  offsetX: offset,
  offsetY: offset,
  style: z.enum(printStyles),
  /** Printed on both sides: the binding edge changes sides, and every copy and every paper begins on a front. */
  duplex: z.boolean(),
  /** Fed by hand: one page goes out, the next waits. */
  onePage: z.boolean(),
  /** A job of more pages goes out in parts, each when the one before it has left. */
  pagesPerPart: z.number().int().min(1).max(200),
  resolution: z.literal(resolutions),
})
export type Printer = z.infer<typeof printer>

const formPlace = z.strictObject({ paper: z.enum(casePapers), x: offset, y: offset })
export type FormPlace = z.infer<typeof formPlace>

const eachOnce = <T>(list: readonly T[], name: (item: T) => string): boolean =>
  new Set(list.map(name)).size === list.length

export const printerSettings = {
  printers: z
    .array(printer)
    .max(20)
    .refine((all) => eachOnce(all, (p) => p.name), { message: 'twice' }),
  /** 套打: how far the values of a paper move on the form the office buys for it, on top of the printer's own offset. */
  formPlaces: z
    .array(formPlace)
    .max(60)
    .refine((all) => eachOnce(all, (f) => f.paper), { message: 'twice' }),
}

/** Where nothing is set: good for most printers. Its empty name stands for no printer in particular. */
export const defaultPrinter: Printer = {
  name: '',
  offsetX: 0,
  offsetY: 0,
  style: 'plain',
  duplex: false,
  onePage: false,
  pagesPerPart: 20,
  resolution: 300,
}
