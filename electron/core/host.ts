import type { Place } from '../../shared/contract/office.ts'

/** A folder or file as the host knows it. The core turns it into an opaque token before a window sees it. */
export interface HostPlace {
  readonly path: string
  readonly label: string
  readonly kind: Place['kind']
}

/** What the core asks of the program around it. Electron, the bridge, the command line and tests each bring one. */
export interface Host {
  readonly kind: 'electron' | 'bridge' | 'cli' | 'test'
  readonly version: string
  /** Stable for one installation of one machine; a change means the data folder was moved or copied. */
  readonly machineId: () => Promise<string>
  /** Sticks, other drives and the folder for outgoing files. */
  readonly places: () => Promise<readonly HostPlace[]>
  /** The marked folder for plain files, made when it is asked for; null where this machine has none. */
  readonly plainFolder: () => Promise<string | null>
  /** Where this machine keeps its fonts. */
  readonly fontFolders: () => Promise<readonly string[]>
  /** The system's dialogs; null where there is none or the user cancelled. */
  readonly pickFolder: () => Promise<HostPlace | null>
  readonly pickFiles: (extensions: readonly string[]) => Promise<readonly string[]>
}

/** The clock is passed in, so that tests can set it. */
export interface Clock {
  /** Now, as a UTC ISO instant. */
  readonly now: () => string
  /** Today's date at the office, YYYY-MM-DD. */
  readonly today: () => string
  /** The UTC ISO instant at which a day begins at the office. */
  readonly startOf: (day: string) => string
}

/** Local technical log. Never personal data, keys or record contents. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, facts?: Readonly<Record<string, unknown>>) => void
