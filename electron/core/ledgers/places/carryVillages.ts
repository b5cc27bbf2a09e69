import { type AnyData, emptyData } from '../../../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../../../shared/ledgers/index.ts'
import { placesNamed } from '../../../../shared/rules/places.ts'
import type { Clock } from '../../host.ts'
import { readFact, writeFact } from '../../register/facts.ts'
import type { Register } from '../../register/open.ts'
import { saveRecord } from '../../register/records.ts'
import { transact } from '../../register/unitOfWork.ts'
import { readPlaces } from './placeList.ts'

const levelOf = (name: string) => (name.endsWith('社区') ? 'community' : 'village')

/**
 * The list of villages that earlier programs kept in the settings becomes places, each with its journal row; called at
 * opening, and once only, because the list then leaves the settings.
 */
export function carryVillages(register: Register, clock: Clock): void {
  const stored = readFact<{ readonly villages?: unknown }>(register.db, 'settings')
  if (stored === null || stored.villages === undefined) return
  const { villages, ...others } = stored
  const names = Array.isArray(villages) ? villages.filter((v): v is string => typeof v === 'string') : []
  transact(register, clock, '', (tx) => {
    for (const name of new Set(names)) {
      if (placesNamed(readPlaces(tx.db), name).length > 0) continue
      const data: AnyData = { ...emptyData(ledgerOf('place')), level: levelOf(name), name }
      saveRecord(tx, { ledger: 'place', id: null, revision: 0, data })
    }
    writeFact(tx.db, 'settings', others)
    tx.event('setting.saved', { changed: ['villages'] })
  })
}
