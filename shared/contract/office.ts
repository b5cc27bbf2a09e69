import { z } from 'zod'
import type { AnswerError } from '../errors.ts'
import { job, read, write } from './call.ts'

const none = z.strictObject({})
/** An opaque name for a folder or file that the host knows; paths never reach the window. */
export const placeToken = z.string().min(1).max(80)

/** Endings of files the program takes in: handover, receipt, card, backup, holiday table. */
export const fileExtensions = ['jfb', 'jfr', 'jfk', 'jfbak', 'jfh'] as const
/** Endings of pictures and papers from a scanner or a telephone. */
export const scanExtensions = ['jpg', 'jpeg', 'png', 'webp', 'bmp', 'pdf'] as const
/** Endings of workbooks and tables that are imported; what a file is, its content says. */
export const sheetExtensions = ['xlsx', 'xlsm', 'xls', 'csv', 'txt'] as const
const extensions = z.array(z.enum([...fileExtensions, ...scanExtensions, ...sheetExtensions])).min(1)
export type SheetExtension = (typeof sheetExtensions)[number]
export type FileExtension = (typeof fileExtensions)[number]

export interface Place {
  readonly token: string
  readonly label: string
  readonly kind: 'removable' | 'fixed' | 'folder'
  readonly freeBytes: number | null
}
export interface PickedFile {
  readonly token: string
  readonly name: string
  readonly bytes: number
}

export interface JobView {
  readonly id: string
  readonly call: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  /** Key in the text file under `steps`. */
  readonly step: string
  /** 0–1, or null while the size of the work is not known. */
  readonly progress: number | null
  readonly outcome: unknown
  readonly error: AnswerError | null
}

export interface BackupView {
  readonly name: string
  readonly at: string
  readonly bytes: number
  readonly place: 'beside' | 'second'
  readonly verified: boolean
}

export const officeCalls = {
  'job.get': read<JobView>()(z.strictObject({ jobId: z.string() }), { allow: 'anyone' }),
  'job.cancel': write<null>()(z.strictObject({ jobId: z.string() }), { allow: 'anyone' }),
  'job.list': read<readonly JobView[]>()(none, { allow: 'signedIn' }),
  /** Sticks, drives and folders offered as a target; before sign-in too, where a backup is looked for. */
  'place.list': read<readonly Place[]>()(none, { allow: 'anyone' }),
  /** The host's own dialog; null where the host has none or the user cancelled. */
  'place.pickFolder': write<Place | null>()(none, { allow: 'signedIn' }),
  'place.pickFiles': write<readonly PickedFile[]>()(z.strictObject({ extensions }), { allow: 'anyone' }),
  /** Files with these endings in a place, newest first. */
  'place.files': read<readonly PickedFile[]>()(z.strictObject({ place: placeToken, extensions }), { allow: 'anyone' }),

  'backup.list': read<readonly BackupView[]>()(none, { allow: 'signedIn' }),
  'backup.make': job<BackupView>()(z.strictObject({ place: placeToken.nullable() }), { allow: 'signedIn' }),
  /** Onto an empty data folder, from the one file alone; needs a password or the recovery code of that register. */
  'backup.restore': job<null>()(
    z.strictObject({ file: placeToken, userName: z.string().max(60).nullable(), secret: z.string().min(1).max(200) }),
    { allow: 'anyone' },
  ),
} as const
