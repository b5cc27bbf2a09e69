import type { DisputeData } from '../ledgers/dispute.ts'

/** Code points of 备注 that the cover has room for. */
const roomOnCover = 100

/** Whether 备注 stands on the cover; a longer one is told in 卷宗情况说明, to which the cover then refers. */
export const remarksFitCover = ({ remarks }: Pick<DisputeData, 'remarks'>): boolean =>
  remarks === null || ([...remarks].length <= roomOnCover && remarks.trim().split('\n').length <= 3)

/** 卷宗情况说明 has something to say (domain 2.3 (13)). */
export const hasDossierNote = (d: Pick<DisputeData, 'dossierNote' | 'remarks'>): boolean =>
  d.dossierNote !== null || !remarksFitCover(d)
