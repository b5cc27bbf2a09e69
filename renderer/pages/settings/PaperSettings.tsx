import { FooterCodeSettings } from './FooterCodeSettings.tsx'
import { PaperFontSettings } from './PaperFontSettings.tsx'

/** 文书: what the papers of this office look like and say. */
export function PaperSettings() {
  return (
    <div className="settings-section">
      <PaperFontSettings />
      <FooterCodeSettings />
    </div>
  )
}
