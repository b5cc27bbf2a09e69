import { useEffect, useState } from 'react'
import type { DraftView } from '../../shared/contract/records.ts'
import type { AppError } from '../../shared/errors.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import { asAppError, call, useCall } from '../api/client.ts'
import { useSession } from '../session.ts'
import { initialOf } from './initial.ts'
import type { Opened } from './recordState.ts'

export interface Opening {
  readonly opened: Opened | null
  readonly error: AppError | null
}

/** The draft under a key as it was when the page opened; `undefined` while it is being asked for. */
export function useDraftOnce(key: string): {
  readonly draft: DraftView | null | undefined
  readonly error: AppError | null
} {
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

interface Asked extends Pick<Opened, 'ledger' | 'draftKey' | 'variant' | 'assumedYear'> {
  readonly id: string | null
  readonly initial: Partial<AnyData> | undefined
}

/** Everything a form needs before it can be drawn: the record, its draft, today, the office's settings. */
export function useOpened({ ledger, id, draftKey, variant, assumedYear, initial }: Asked): Opening {
  const session = useSession()
  const home = useCall('home.view', {})
  const settings = useCall('setting.all', {})
  const places = useCall('place.names', {})
  const record = useCall('record.get', { ledger, id: id ?? '' }, { enabled: id !== null })
  const { draft, error } = useDraftOnce(draftKey)
  const today = home.data?.today
  const failed = record.error ?? error ?? home.error ?? settings.error ?? places.error
  if (
    today === undefined ||
    settings.data === undefined ||
    places.data === undefined ||
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
    variant,
    assumedYear,
    initial: { ...initialOf({ ledger, variant }, settings.data.committee, today), ...initial },
    sample: session.profile.sample,
    settings: settings.data,
    places: places.data,
  }
  return { opened, error: null }
}
