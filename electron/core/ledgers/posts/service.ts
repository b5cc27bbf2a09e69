import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { PostData } from '../../../../shared/ledgers/post.ts'
import { groupKey, overlapping } from '../../../../shared/rules/tenures.ts'
import { isReferred } from '../../register/references.ts'
import { type LedgerService, plainService } from '../service.ts'
import { lineAround } from './line.ts'

const asPost = (data: AnyData): PostData => data as unknown as PostData

/** 队伍名册: two may lead a group for a time; that is said, never refused. */
export const postService: LedgerService = {
  ...plainService,
  // A name in an attendance or a chain of tenures would lead nowhere.
  checkRemoval: (db, { id }) => {
    if (isReferred(db, 'post', id)) throw new AppError('post-referred')
  },
  warnings: (db, { id, data }, reader) => {
    const d = asPost(data)
    const key = groupKey(d)
    if (key === null) return []
    const others = lineAround(db, reader, { ...d, id }).filter((r) => groupKey(r) === key)
    return overlapping({ ...d, id }, others).map((o) => ({
      path: 'selectedOn',
      code: 'twoLead',
      severity: 'warning',
      params: { name: o.name, from: o.selectedOn ?? '', until: o.leftOn ?? '' },
    }))
  },
}
