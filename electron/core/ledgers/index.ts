import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { caseService } from './cases/service.ts'
import { placeService } from './places/service.ts'
import { postService } from './posts/service.ts'
import type { LedgerService } from './service.ts'
import { trainingService } from './trainings/service.ts'

/** Services of the ledgers that have one. */
export const services: Readonly<Partial<Record<LedgerName, LedgerService>>> = {
  dispute: caseService,
  post: postService,
  training: trainingService,
  place: placeService,
}
