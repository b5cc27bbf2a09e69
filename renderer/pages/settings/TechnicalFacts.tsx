import { Button } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api/client.ts'
import { formatInstant, labelled } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../session.ts'
import { t } from '../../text.ts'

/** What someone on the telephone needs to help; nothing of a dispute or a person. */
export function TechnicalFacts() {
  const { profile } = useSession()
  const status = useCall('register.status', {})
  const own = useCall('card.own', { book: profile.book })
  const backups = useCall('backup.list', {})
  const words = t.settings.technical
  const last = backups.data?.reduce((newest, b) => (b.at > newest ? b.at : newest), '') ?? ''
  const sample = profile.sample ? `（${t.common.sample}）` : ''
  const facts: readonly (readonly [string, string])[] = [
    [words.version, status.data?.version ?? ''],
    [words.host, status.data ? words.hosts[status.data.host] : ''],
    [words.profile, `${t.settings.office.kinds[profile.kind]}${sample}`],
    [words.unitCode, profile.unitCode],
    [words.folder, status.data?.folderLabel ?? ''],
    [words.checkCode, own.data?.checkCode ?? ''],
    [words.lastBackup, last === '' ? t.settings.backup.neverAt : formatInstant(last)],
    [words.browser, /Chrom(?:e|ium)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? navigator.userAgent],
    [words.screen, `${window.screen.width}×${window.screen.height}，${Math.round(window.devicePixelRatio * 100)}%`],
  ]
  return (
    <div className="settings-section">
      <Panel title={t.settings.sections.technical} note={words.intro}>
        <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />
        <dl className="facts-list">
          {facts.map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <CopyFacts text={facts.map(([name, value]) => labelled(name, value)).join('\n')} />
      </Panel>
    </div>
  )
}

function CopyFacts({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="button-line">
      <Button onClick={copy}>{t.settings.technical.copy}</Button>
      <span role="status" className="saved-words">
        {copied && t.settings.technical.copied}
      </span>
    </div>
  )
}
