import { z } from 'zod'
import type { AnswerError } from '../errors.ts'
import { job, read, write } from './call.ts'
import { recordId } from './records.ts'

const none = z.strictObject({})
const anyRole = ['clerk', 'mediator', 'head'] as const
/** An opaque name for a folder or file that the host knows; paths never reach the window. */
export const placeToken = z.string().min(1).max(80)

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

export interface PaperView {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Characters no bundled font has: named before printing, never □ in silence. */
  readonly missingGlyphs: readonly string[]
  /** A final paper already frozen at 生效: this is a 副本 of the kept PDF. */
  readonly frozen: boolean
}
export interface BackupView {
  readonly name: string
  readonly at: string
  readonly bytes: number
  readonly place: 'beside' | 'second'
  readonly verified: boolean
}

const agreement = { ledger: z.literal('dispute'), id: recordId }

export const officeCalls = {
  'job.get': read<JobView>()(z.strictObject({ jobId: z.string() }), { allow: 'anyone' }),
  'job.cancel': write<null>()(z.strictObject({ jobId: z.string() }), { allow: 'anyone' }),
  'job.list': read<readonly JobView[]>()(none, { allow: 'signedIn' }),
  /** Sticks, drives and folders offered as a target; before sign-in too, where a backup is looked for. */
  'place.list': read<readonly Place[]>()(none, { allow: 'anyone' }),
  /** The host's own dialog; null where the host has none or the user cancelled. */
  'place.pickFolder': write<Place | null>()(none, { allow: 'signedIn' }),
  'place.pickFiles': write<readonly PickedFile[]>()(
    z.strictObject({ extensions: z.array(z.enum(['jfb', 'jfr', 'jfk', 'jfbak'])).min(1) }),
    { allow: 'anyone' },
  ),
  /** Files with these endings in a place, newest first. */
  'place.files': read<readonly PickedFile[]>()(
    z.strictObject({ place: placeToken, extensions: z.array(z.enum(['jfb', 'jfr', 'jfk', 'jfbak'])).min(1) }),
    { allow: 'anyone' },
  ),

  /** 人民调解协议书: `draft` without number, `final` needs the number, `blank` for filling by hand. */
  'agreement.preview': read<PaperView>()(z.strictObject({ ...agreement, mode: z.enum(['draft', 'final', 'blank']) }), {
    allow: anyRole,
    profile: 'unit',
  }),
  /** Notes that a paper went to the printer: office event with a copy number. */
  'agreement.printed': write<{ copyNo: number }>()(
    z.strictObject({
      ...agreement,
      mode: z.enum(['draft', 'final', 'blank']),
      copies: z.number().int().min(1).max(99),
    }),
    { allow: anyRole, profile: 'unit' },
  ),
  /** Writes the PDF into the place (default: the marked folder of plain files). */
  'agreement.savePdf': write<{ fileName: string }>()(
    z.strictObject({ ...agreement, mode: z.enum(['draft', 'final', 'blank']), place: placeToken.nullable() }),
    { allow: anyRole, profile: 'unit' },
  ),
  /** Enters the three acts of 人民调解法 29; at 生效 the PDF is kept by hash and the printed values freeze. */
  'agreement.takeEffect': write<{ effectiveOn: string | null }>()(
    z.strictObject({
      ...agreement,
      revision: z.number().int().min(1),
      signedByPartiesOn: z.iso.date().nullable(),
      signedByMediatorsOn: z.iso.date().nullable(),
      sealedOn: z.iso.date().nullable(),
      /** Accepts characters no font has: they were written by hand on the paper. */
      handwritten: z.boolean().default(false),
    }),
    { allow: anyRole, profile: 'unit' },
  ),

  'backup.list': read<readonly BackupView[]>()(none, { allow: 'signedIn' }),
  'backup.make': job<BackupView>()(z.strictObject({ place: placeToken.nullable() }), { allow: 'signedIn' }),
  /** Onto an empty data folder, from the one file alone; needs a password or the recovery code of that register. */
  'backup.restore': job<null>()(
    z.strictObject({ file: placeToken, userName: z.string().max(60).nullable(), secret: z.string().min(1).max(200) }),
    { allow: 'anyone' },
  ),
} as const
