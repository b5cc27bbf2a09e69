import { ledgerOf } from '../../../shared/ledgers/index.ts'
import type { PostData } from '../../../shared/ledgers/post.ts'
import { groupKey } from '../../../shared/rules/tenures.ts'
import { ChecksPanel } from '../../ledger/ChecksPanel.tsx'
import { OpenedRecord, type RecordPageProps } from '../ledger/RecordPage.tsx'
import { LinePanel } from './LinePanel.tsx'
import { PostActs } from './PostActs.tsx'
import './teams.css'

/** A post: replacement above its form, who led the group beside it. */
export function PostPage(props: RecordPageProps) {
  const { section } = props
  const begin = section === 'replace' || section === 'end' ? section : null
  return (
    <OpenedRecord
      {...props}
      slots={{
        sections: ledgerOf('post').form,
        top: (actions) => <PostActs actions={actions} begin={begin} />,
        right: ({ form, goTo }) => (
          <>
            <ChecksPanel ledger="post" problems={form.problems} onGo={goTo} />
            {form.view !== null && (
              <LinePanel id={form.view.id} isGroup={groupKey(form.view.data as unknown as PostData) !== null} />
            )}
          </>
        ),
      }}
    />
  )
}
