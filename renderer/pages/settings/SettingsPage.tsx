import { Tabs } from 'antd'
import { useSession } from '../../session.ts'
import { t } from '../../text.ts'
import { BackupSettings } from './BackupSettings.tsx'
import { CardSettings } from './CardSettings.tsx'
import { CommitteeSettings } from './CommitteeSettings.tsx'
import { DisplaySettings } from './DisplaySettings.tsx'
import { DossierSettings } from './DossierSettings.tsx'
import { MediatorSettings } from './MediatorSettings.tsx'
import { OfficeSettings } from './OfficeSettings.tsx'
import { PaperSettings } from './PaperSettings.tsx'
import { PasswordSettings } from './PasswordSettings.tsx'
import { PeriodSettings } from './PeriodSettings.tsx'
import { PrinterSettings } from './PrinterSettings.tsx'
import { TeamSettings } from './TeamSettings.tsx'
import { TechnicalFacts } from './TechnicalFacts.tsx'
import { TypeSettings } from './TypeSettings.tsx'
import { UserSettings } from './UserSettings.tsx'
import '../../parts/Panel.css'
import './settings.css'

/** 设置: a section at a time. */
export function SettingsPage({ section }: { readonly section: string | undefined }) {
  const { admin, profile } = useSession()
  const words = t.settings.sections
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{t.settings.title}</h1>
      </header>
      <Tabs
        className="desk-tabs settings-tabs"
        tabPlacement="start"
        tabBarGutter={0}
        destroyOnHidden
        {...(section === undefined ? {} : { defaultActiveKey: section })}
        items={[
          { key: 'office', label: words.office, children: <OfficeSettings /> },
          ...(profile.kind === 'unit'
            ? [
                { key: 'committees', label: words.committees, children: <CommitteeSettings /> },
                { key: 'periods', label: t.clocks.settings.title, children: <PeriodSettings /> },
              ]
            : []),
          ...(admin
            ? [
                { key: 'users', label: words.users, children: <UserSettings /> },
                { key: 'cards', label: words.cards, children: <CardSettings /> },
              ]
            : []),
          ...(profile.kind === 'unit'
            ? [
                { key: 'mediators', label: words.mediators, children: <MediatorSettings /> },
                { key: 'teams', label: t.committeeDesk.managers.title, children: <TeamSettings /> },
                { key: 'types', label: words.types, children: <TypeSettings /> },
                { key: 'papers', label: words.papers, children: <PaperSettings /> },
                { key: 'dossier', label: t.dossierDesk.title, children: <DossierSettings /> },
                { key: 'printers', label: words.printers, children: <PrinterSettings /> },
              ]
            : []),
          { key: 'password', label: words.password, children: <PasswordSettings /> },
          { key: 'backup', label: words.backup, children: <BackupSettings /> },
          { key: 'display', label: words.display, children: <DisplaySettings /> },
          { key: 'technical', label: words.technical, children: <TechnicalFacts /> },
        ]}
      />
    </div>
  )
}
