import { useEffect, useState } from 'react'
import type { DraftView } from '../../shared/contract/records.ts'
import type { AppError } from '../../shared/errors.ts'
import { type AnyData, type AnyPart, emptyPart } from '../../shared/ledgers/describe.ts'
import { party } from '../../shared/ledgers/disputeParts.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import { asAppError, call, useCall } from '../api/client.ts'
import { useSession } from '../session.ts'
import type { Opened } from './recordState.ts'

export interface Opening {
  readonly opened: Opened | null
  readonly error: AppError | null
}

/** The draft under a key as it was when the page opened; `undefined` while it is being asked for. */
function useDraftOnce(key: string): { readonly draft: DraftView | null | undefined; readonly error: AppError | null } {
  const [draft, setDraft] = useState<DraftView | null>()
  const [error, setError] = useState<AppError | null>(null)
  useEffect(() => {
    let left = false
    call('draft.get', { key }).then(
      (found) => !left && setDraft(found),
      (caught) => !left && setError(asAppError(caught)),
    )
    return () => {
      left = true
    }
  }, [key])
  return { draft, error }
}

const firstParties = (['applicant', 'respondent'] as const).map(
  (side): AnyPart => ({ ...emptyPart(party), side, kind: 'person' }),
)

/** First values of a new record: what the office and the day already say. */
function initialOf(ledger: LedgerName, committee: string, today: string): Partial<AnyData> {
  if (ledger !== 'dispute') return {}
  return {
    committee: committee || null,
    secrecy: 'normal',
    applicationDate: today,
    applicationForm: 'oral',
    parties: firstParties,
  }
}

/** Everything a form needs before it can be drawn: the record, its draft, today, the office's settings. */
export function useOpened(ledger: LedgerName, id: string | null, draftKey: string): Opening {
  const session = useSession()
  const home = useCall('home.view', {})
  const settings = useCall('setting.all', {})
  const record = useCall('record.get', { ledger, id: id ?? '' }, { enabled: id !== null })
  const { draft, error } = useDraftOnce(draftKey)
  const today = home.data?.today
  const failed = record.error ?? error ?? home.error ?? settings.error
  if (
    today === undefined ||
    settings.data === undefined ||
    draft === undefined ||
    (id !== null && record.data === undefined)
  )
    return { opened: null, error: failed }
  const opened: Opened = {
    ledger,
    draftKey,
    draft,
    today,
    view: record.data ?? null,
    initial: initialOf(ledger, settings.data.committee, today),
    sample: session.profile.sample,
    settings: settings.data,
  }
  return { opened, error: null }
}
