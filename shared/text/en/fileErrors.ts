const fileKept = 'The register is unchanged; the file was not imported.'

/** Why a file that travels was not taken in, in the same three parts. */
export const fileErrors = {
  'file-not-ours': {
    what: 'This is not a file of this program.',
    safe: fileKept,
    act: 'Choose a .jfb, .jfr or .jfk file.',
  },
  'file-unsupported': { what: 'The file is of a newer version.', safe: fileKept, act: 'Update the program.' },
  'file-cut': { what: 'The file is incomplete.', safe: fileKept, act: 'Ask for it to be copied again.' },
  'file-altered': {
    what: 'The file was altered or damaged on the way.',
    safe: fileKept,
    act: 'Ask for it again; if it happens twice, telephone.',
  },
  'file-other-recipient': {
    what: 'The file is for another recipient.',
    safe: fileKept,
    act: 'Ask the sender to check.',
  },
  'file-other-book': { what: 'The file belongs to another book.', safe: fileKept, act: 'Receive it in that book.' },
  'file-stranger': { what: 'The sending unit is not enrolled.', safe: fileKept, act: "Accept the unit's card first." },
  'file-revoked': { what: "The unit's card was revoked.", safe: fileKept, act: 'Ask the unit for a new card.' },
  'file-hostile': {
    what: 'The file holds what it must not; refused.',
    safe: fileKept,
    act: 'Do not open it again; telephone the sender.',
  },
  'file-too-large': { what: 'The file is too large.', safe: fileKept, act: 'Ask for it in parts.' },
  'file-already-held': {
    what: 'This file was received before.',
    safe: 'Nothing was counted twice.',
    act: 'Nothing to do; send the receipt again if needed.',
  },
  'file-out-of-order': {
    what: 'A file before this one is missing.',
    safe: fileKept,
    act: 'Ask for a file from the last receipt on.',
  },
  'import-outdated': {
    what: 'What was looked at is out of date (it was given up, or other files were looked at since).',
    safe: 'Nothing was merged; the files on the stick are as they were.',
    act: 'Choose the files again, look at them, then merge.',
  },
} as const
