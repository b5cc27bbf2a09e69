import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { hrefOf } from '../../route.ts'
import { isMediationHead, useSession } from '../../session.ts'
import { fieldLabel, fill, t } from '../../text.ts'
import type { CaseTabProps } from './caseTabs.tsx'

/** For the head: texts of this case that read like those of another case of the same mediator. */
export function NearTexts({ actions: { form } }: CaseTabProps) {
  const isHead = isMediationHead(useSession())
  const id = form.view?.id ?? ''
  const near = useCall('case.nearTexts', { ledger: 'dispute', id }, { enabled: isHead && id !== '' })
  if (!isHead || (near.error === null && (near.data ?? []).length === 0)) return null
  return (
    <section className="checks near-texts" aria-label={t.pages.case.nearTitle}>
      <h3>{t.pages.case.nearTitle}</h3>
      <ErrorNotice error={near.error} />
      <ul>
        {near.data?.map(({ id: other, title, caseNo, field, share }) => (
          <li key={`${other} ${field}`}>
            <a href={hrefOf('dispute', other)}>
              {fill(t.pages.case.nearLine, {
                field: fieldLabel('dispute', field),
                other: [caseNo, title].filter(Boolean).join(' '),
                percent: Math.round(share * 100),
              })}
            </a>
          </li>
        ))}
      </ul>
      <p className="quiet">{t.pages.case.nearNote}</p>
    </section>
  )
}
