import { themeQuartz } from 'ag-grid-community'
import type { ThemeConfig } from 'antd'

/** The one accent: a calm blue that keeps 4.5:1 on white. */
export const accent = '#1a5fb4'

/** Chinese first; then Tibetan names and rare characters, which Windows keeps in fonts of their own. */
const fontFamily =
  "'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft Himalaya', 'Noto Serif Tibetan', 'SimSun-ExtB', sans-serif"

/** 14 px, or 大字 at 16 px. */
export function windowTheme(largeText: boolean): ThemeConfig {
  return {
    cssVar: { key: 'jiefenbu' },
    token: {
      colorPrimary: accent,
      colorInfo: accent,
      colorLink: accent,
      fontFamily,
      fontSize: largeText ? 16 : 14,
      controlHeight: largeText ? 34 : 30,
      borderRadius: 4,
      motion: false,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
      Tabs: { horizontalMargin: '0' },
      // What is fixed is still read: paler than what can be typed over, never too pale to read.
      Input: { colorTextDisabled: '#4a545e' },
      Select: { colorTextDisabled: '#4a545e' },
    },
  }
}

export const gridTheme = (largeText: boolean) =>
  themeQuartz.withParams({
    fontFamily: 'inherit',
    fontSize: largeText ? 15 : 13,
    rowHeight: largeText ? 36 : 30,
    headerHeight: largeText ? 38 : 32,
    spacing: 5,
    accentColor: accent,
    wrapperBorderRadius: 4,
    borderColor: '#d5d9de',
    headerBackgroundColor: '#f2f4f7',
    headerFontWeight: 600,
  })
