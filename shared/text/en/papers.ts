import type { Translated } from '../template.ts'
import type { papers as zh } from '../zh-CN/papers.ts'

export const papers: Translated<typeof zh> = {
  titles: {
    refusalNotice: 'Notice of non-acceptance (不予受理告知书)',
    extensionConsent: 'Consent to an extension (延长调解期限同意书)',
    transferLetter: 'Letter of transfer (移送函)',
    agreement: 'Mediation agreement (人民调解协议书)',
    supplement: 'Supplement (补充协议书)',
  },
  /** Made with the dossier. */
  dossierTitles: {
    catalogue: 'Contents of the dossier (卷内目录)',
    reviewSheet: 'Review sheet of the dossier (卷宗评查表)',
  },
  modes: { draft: 'Draft', final: 'Final', blank: 'Blank form' },
  modeNotes: {
    draft: 'Draft: carries no number, only for reading together; not to be signed or filed.',
    final: 'Final: check it, print it, sign and seal it.',
    blank: 'Blank form: filled in by hand on the spot, then entered here.',
  },
  officeNote: 'Check it, then print it.',
  frozenTitle: 'Copy',
  frozenNote: 'The agreement has taken effect. This is a copy of the kept original; it no longer changes.',
  region: 'Paper preview',
  pageArea: 'Pages of the paper',
  pageAlt: 'Page {page}',
  loading: 'Making the paper…',
  close: 'Close preview',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: 'Page {page} of {pages}',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitWidth: 'Fit width',
  zoomPercent: '{percent}%',
  copies: 'Copies',
  print: 'Print',
  preparing: 'Preparing {page}/{pages}…',
  printed: 'Noted: printing no. {copyNo}, {copies} copies.',
  printHint:
    'In the print window choose A4, actual size (100%), no margins, one copy: the copies above are already laid out.',
  missingTitle: '{count} characters cannot be printed',
  missingText:
    'No font has these characters; the paper leaves room there. Use another spelling, or write them in by hand:',
  missingAccept: 'I understand and will write them in by hand',
  missingBlocks: 'Printing waits until the missing characters are confirmed.',
  save: 'Save PDF',
  saveElsewhere: 'Choose another place',
  saveTo: 'Save to',
  saveDefault: 'the export folder of this PC',
  saved: 'Saved to {place}: {fileName}',
  savedNote: 'The PDF is not encrypted. Delete it after use and do not send it through chat programs.',
}
