import { FooterCodeSettings } from './FooterCodeSettings.tsx'
import { HeadingSettings } from './HeadingSettings.tsx'
import { NoticeSettings } from './NoticeSettings.tsx'
import { PaperFontSettings } from './PaperFontSettings.tsx'
import { TibetanSettings } from './TibetanSettings.tsx'
import { WordingSettings } from './WordingSettings.tsx'

/** 文书: what the papers of this office look like and say. */
export function PaperSettings() {
  return (
    <div className="settings-section">
      <WordingSettings />
      <HeadingSettings />
      <NoticeSettings />
      <TibetanSettings />
      <PaperFontSettings />
      <FooterCodeSettings />
    </div>
  )
}
