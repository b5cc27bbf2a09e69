const kept = 'The register and your file are unchanged.'

/** Why a sheet was not read, saved, taken back or written, in the same three parts. */
export const sheetErrors = {
  'sheet-empty': { what: 'The file is empty.', safe: kept, act: 'Check that it is the right file.' },
  'sheet-kind': {
    what: 'The file holds neither a workbook nor CSV text, whatever its name says.',
    safe: kept,
    act: 'Use .xlsx, .xls or .csv; save an .et file of WPS as .xlsx first.',
  },
  'sheet-locked': {
    what: 'The workbook has a password to open it and cannot be read.',
    safe: kept,
    act: 'Open it in Excel or WPS, take the password off, save it and import it again.',
  },
  'sheet-cut': {
    what: 'The workbook is incomplete or damaged and cannot be read.',
    safe: kept,
    act: 'Open it in Excel or WPS and save it as .xlsx; if it does not open, copy it again.',
  },
  'sheet-hostile': {
    what: 'Unpacked, the file is so large that it would use up memory or time: reading was stopped.',
    safe: kept,
    act: 'Check where it comes from; if it is your own, copy the rows you need into a new workbook.',
  },
  'sheet-rows': { what: 'The sheet has more than {most} rows.', safe: kept, act: 'Import it as several files.' },
  'sheet-too-large': {
    what: 'The file is larger than {megabytes} MB.',
    safe: kept,
    act: 'Take pictures out, or import it as several files.',
  },
  'import-begun': {
    what: 'This import was saved or taken back already: its columns cannot be changed, nor can it be given up or saved again.',
    safe: 'The saved records are unchanged.',
    act: 'To begin anew, take the import back and choose the file again.',
  },
  'import-nothing-good': {
    what: 'There is no row that could be saved.',
    safe: kept,
    act: 'Look at the rows with problems and mend them, or check what the columns mean.',
  },
  'import-nothing-saved': {
    what: 'Nothing of this import was saved, so there is nothing to take back.',
    safe: kept,
    act: 'If you do not want it, give it up.',
  },
  'export-too-large': {
    what: 'More than {most} rows do not fit into one workbook.',
    safe: 'The register is unchanged; no file was written.',
    act: 'Filter the list first (by year, by team), or export it as CSV.',
  },
} as const
