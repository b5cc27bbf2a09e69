/** The closed list of what can go wrong in words a user is given; texts are in `shared/text/*` under `errors`. */
export const errorCodes = [
  'input-invalid',
  'unknown-call',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'wrong-profile',
  'cancelled',
  'internal',
  // opening
  'wrong-password',
  'wrong-recovery-code',
  'too-many-attempts',
  'register-missing',
  'register-exists',
  'register-damaged',
  'register-newer',
  'register-in-use',
  'key-file-missing',
  'key-file-damaged',
  'migration-failed',
  'machine-changed',
  'folder-unsuitable',
  'folder-read-only',
  'disk-full',
  'disk-failed',
  'backup-damaged',
  'sample-mismatch',
  // records
  'revision-conflict',
  'record-invalid',
  'record-frozen',
  'case-finished',
  'case-not-finished',
  'approval-needed',
  'agreement-not-in-effect',
  'second-person-needed',
  'correction-outdated',
  'number-taken',
  'last-knower',
  'locked-cases-left',
  'number-kept',
  'number-filed',
  'number-printed',
  'number-not-last',
  'number-ask-paper',
  'number-below-mark',
  'number-date-doubtful',
  'needs-slip',
  'name-taken',
  'paper-incomplete',
  'holiday-file-wrong',
  'paper-on-file',
  'dossier-not-built',
  'place-has-more',
  'post-referred',
  'paper-kept',
  'print-not-last',
  'no-printer',
  'glyph-missing',
  'fonts-missing',
  // scans
  'scan-empty',
  'scan-kind',
  'scan-active',
  'scan-heic',
  'scan-tiff',
  'scan-cut',
  'scan-pixels',
  'scan-too-large',
  'scan-locked',
  'scan-hostile',
  'scan-pages',
  'scan-twice',
  'scan-upload-gone',
  // sheets that are imported
  'sheet-empty',
  'sheet-kind',
  'sheet-locked',
  'sheet-cut',
  'sheet-hostile',
  'sheet-rows',
  'sheet-too-large',
  'import-begun',
  'export-too-large',
  'import-nothing-good',
  'import-nothing-saved',
  // files that travel
  'file-not-ours',
  'file-unsupported',
  'file-cut',
  'file-altered',
  'file-other-recipient',
  'file-other-book',
  'file-stranger',
  'file-revoked',
  'file-hostile',
  'file-too-large',
  'file-already-held',
  'file-out-of-order',
  'import-outdated',
  'receipt-unknown',
  'card-mismatch',
  'no-recipient',
  'nothing-to-hand-over',
  'target-gone',
  'target-full',
  'target-read-only',
  'target-occupied',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** One thing wrong with one value. `path` is like `parties.1.idNumber`. */
export interface Problem {
  readonly path: string
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly params?: Readonly<Record<string, string | number>>
  /** Values that would settle it, each one click away. */
  readonly offers?: readonly Offer[]
}
/** A value for a field, offered beside a problem. */
export interface Offer {
  readonly path: string
  readonly value: string | number | boolean
}

/** Facts for the message. Never personal data, keys or paths. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly Problem[]>>

export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** What `dispatch` answers; it never throws. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AnswerError }
export interface AnswerError {
  readonly code: ErrorCode
  readonly details: ErrorDetails
}

/** Makes a `switch` over a closed union fail to compile when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected: ${String(value)}`)
}
