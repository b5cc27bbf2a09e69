import { fileErrors } from './fileErrors.ts'
import { scanErrors } from './scanErrors.ts'
import { sheetErrors } from './sheetErrors.ts'

const kept = 'Saved data is unchanged.'

export const errors = {
  'input-invalid': {
    what: 'What was entered does not meet the requirements.',
    safe: kept,
    act: 'Correct it as shown and try again.',
  },
  'unknown-call': {
    what: 'The window and the program are of different versions.',
    safe: kept,
    act: 'Close the window and start the program again.',
  },
  'not-signed-in': {
    what: 'The register is locked.',
    safe: 'Unsaved work is kept as a draft.',
    act: 'Enter your password to go on.',
  },
  'not-allowed': {
    what: 'Your role does not allow this.',
    safe: kept,
    act: 'Ask the administrator to change roles in Settings.',
  },
  'not-found': {
    what: 'The record was not found; it may be removed, or not yours to see.',
    safe: kept,
    act: 'Go back to the list.',
  },
  'wrong-profile': {
    what: 'This does not apply to this kind of register.',
    safe: kept,
    act: 'Use the other register.',
  },
  cancelled: { what: 'Cancelled as you asked.', safe: kept, act: 'Start again when needed.' },
  internal: {
    what: 'Something unexpected happened (incident {incident}).',
    safe: kept,
    act: 'Try again; if it stays, note the incident and restart.',
  },
  'wrong-password': {
    what: 'Wrong password.',
    safe: 'The register is unchanged.',
    act: 'Check capitals and the input method.',
  },
  'wrong-recovery-code': {
    what: 'Wrong recovery code.',
    safe: 'The register is unchanged.',
    act: 'Compare with the printed page group by group.',
  },
  'too-many-attempts': {
    what: 'Too many attempts.',
    safe: 'The register is unchanged.',
    act: 'Wait {seconds} seconds.',
  },
  'register-missing': {
    what: 'There is no register in the data folder.',
    safe: 'Nothing was deleted.',
    act: 'Check the drive, or restore a backup.',
  },
  'register-exists': {
    what: 'There is a register in this folder already.',
    safe: 'It is unchanged.',
    act: 'Sign in to it, or choose an empty folder.',
  },
  'register-damaged': {
    what: 'The register is damaged.',
    safe: 'The file is left as it is; backups can be used.',
    act: 'Copy the data folder, then restore the latest backup.',
  },
  'register-newer': {
    what: 'The register was written by a newer program.',
    safe: 'It is unchanged.',
    act: 'Install the newer program.',
  },
  'register-in-use': {
    what: 'The register is open in another program.',
    safe: 'It is unchanged.',
    act: 'Close the other program.',
  },
  'key-file-missing': {
    what: 'The key file keys.json is missing.',
    safe: 'The register is still there.',
    act: 'Restore a backup; do not make a new register.',
  },
  'key-file-damaged': {
    what: 'The key file keys.json is damaged.',
    safe: 'The register is still there.',
    act: 'Restore a backup.',
  },
  'migration-failed': {
    what: 'The upgrade of the register failed.',
    safe: 'A backup was made before it.',
    act: 'Restore the backup and use the older program.',
  },
  'machine-changed': {
    what: 'The register came to another machine.',
    safe: 'It is unchanged.',
    act: 'Say first whether it moved or was copied.',
  },
  'folder-unsuitable': {
    what: 'This folder does not suit a register (network, removable or synced).',
    safe: 'Nothing was written.',
    act: 'Choose a folder on a fixed drive.',
  },
  'folder-read-only': { what: 'The data folder cannot be written.', safe: kept, act: 'Check the permissions.' },
  'disk-full': {
    what: 'The disk is full; this was not saved.',
    safe: 'Earlier data is safe.',
    act: 'Make room, then save; keep the window open.',
  },
  'disk-failed': {
    what: 'The disk failed.',
    safe: 'The latest backup counts.',
    act: 'Back up to a stick now and check the disk.',
  },
  'backup-damaged': {
    what: 'This backup is incomplete or altered.',
    safe: 'Nothing was restored.',
    act: 'Choose another backup.',
  },
  'sample-mismatch': { what: 'Sample and real registers do not mix.', safe: kept, act: 'Choose a real card or file.' },
  'revision-conflict': {
    what: 'Someone saved this record while you were typing.',
    safe: 'Both versions are kept.',
    act: 'Choose field by field.',
  },
  'record-invalid': {
    what: 'Some values cannot be saved.',
    safe: 'What you typed is kept as a draft.',
    act: 'Correct the fields named at the right.',
  },
  'record-frozen': {
    what: 'The agreement is in effect; what it prints cannot change.',
    safe: 'The agreement is unchanged.',
    act: 'Use a supplementary agreement.',
  },
  'case-finished': {
    what: 'The case has reached “{state}”; this can no longer be changed.',
    safe: kept,
    act: 'To take it up again, let the head (or an approval slip) reopen it with a reason; for a typing mistake use a correction.',
  },
  'post-referred': {
    what: 'This member is in the attendance of a training, or somebody followed them: it cannot be removed.',
    safe: 'The roster is unchanged.',
    act: 'Let them leave or be replaced; what was typed wrong is mended in the form.',
  },
  'place-has-more': {
    what: '{count} stand under it or were merged into it, such as “{name}”; it cannot be removed.',
    safe: 'The list of places is unchanged.',
    act: 'For one that was closed or merged fill in the last day and where it went. If it was entered by mistake, first move what stands under it.',
  },
  'dossier-not-built': {
    what: 'This dossier was not put together yet, or another took its place.',
    safe: kept,
    act: 'Put the dossier together once more.',
  },
  'case-not-finished': {
    what: 'The case is not closed; it need not be reopened.',
    safe: kept,
    act: 'Just go on with it.',
  },
  'approval-needed': {
    what: '“{act}” is decided by: {roles}.',
    safe: 'What you filled in is still here; nothing was saved.',
    act: 'Let one of them ({roles}) sign in and do it; if it was approved on paper, fill in number and date of the slip first; one slip is for one decision.',
  },
  'agreement-not-in-effect': {
    what: 'The agreement of this case is not in effect yet.',
    safe: kept,
    act: 'Enter signing and seal first; an agreement not in effect is simply changed.',
  },
  'second-person-needed': {
    what: 'A correction takes two: who proposed it cannot confirm it.',
    safe: 'The correction is not in effect; nothing has changed.',
    act: 'Let someone else sign in, compare the paper and confirm. With one user only, the administrator adds another in Settings.',
  },
  'correction-outdated': {
    what: 'This correction was decided already, or what it corrects has changed.',
    safe: kept,
    act: 'Check what stands there now; propose it again if needed.',
  },
  'number-taken': {
    what: 'This number is already in use: {number}. A voided number is not used again either.',
    safe: kept,
    act: 'Check the paper, or use the next number.',
  },
  'last-knower': {
    what: 'Only this person is left on the need-to-know list.',
    safe: 'The list is as it was.',
    act: 'Add somebody else first, or set the confidentiality back to ordinary.',
  },
  'locked-cases-left': {
    what: 'This user alone may know of {count} confidential disputes, and the mediation book has no other active head.',
    safe: 'User and lists are as they were.',
    act: 'Have them add somebody to the lists first, or give another user the role of mediation head.',
  },
  'number-kept': {
    what: 'This dispute has had a number: it cannot be typed over, moved to another committee or removed.',
    safe: kept,
    act: 'If the number is wrong, take it back or void it where it stands, then take a new one.',
  },
  'number-filed': {
    what: 'The file is put away; its number stays.',
    safe: kept,
    act: 'If it must change, reopen the case first, with a reason.',
  },
  'number-printed': {
    what: '{number} may be on paper already and cannot be taken back.',
    safe: kept,
    act: 'Void it with a reason, then take a new one.',
  },
  'number-not-last': {
    what: 'Other numbers were given after {number}; it cannot be taken back.',
    safe: kept,
    act: 'Void it with a reason, then take a new one.',
  },
  'number-ask-paper': {
    what: 'The register was restored or copied, or the power failed while a number was taken: the numbers of {committee} for {year} must be compared with the paper once.',
    safe: kept,
    act: 'Look up the last number on paper and enter it. The register ends at {known}; this computer remembers {proposed}.',
  },
  'number-below-mark': {
    what: 'This program has given numbers up to {proposed}, more than the {last} you entered.',
    safe: kept,
    act: 'Look at the paper again; if they were really not used, confirm.',
  },
  'number-date-doubtful': {
    what: 'The date may be wrong: the number is for {on}, the computer says {today}, but the register has entries of {last}.',
    safe: 'No number was given.',
    act: 'Check the computer’s date; if it is right, confirm.',
  },
  'needs-slip': {
    what: 'The head decides about voiding a number.',
    safe: kept,
    act: 'Ask the head, or enter number and date of the slip the head has signed.',
  },
  'name-taken': { what: 'There is a user of this name.', safe: kept, act: 'Choose a name that tells them apart.' },
  'paper-incomplete': {
    what: 'The paper lacks something it needs.',
    safe: kept,
    act: 'Fill in what is missing at the right.',
  },
  'holiday-file-wrong': {
    what: 'This holiday file is not right and was not imported.',
    safe: 'The holiday tables and due days are as they were.',
    act: 'Mend the file by what is listed below, or ask for a new one.',
  },
  'paper-on-file': {
    what: 'This agreement was entered late; its signed original is in the file, the program keeps none.',
    safe: kept,
    act: 'Copy the original from the file.',
  },
  'paper-kept': {
    what: 'The agreement is in effect: only a copy of the original can be printed, not its values alone.',
    safe: kept,
    act: 'Turn off “values only” and print the copy.',
  },
  'print-not-last': {
    what: 'This print was taken back already, the paper was printed again since, or somebody else printed it.',
    safe: 'The notes of prints and the paper are unchanged.',
    act: 'Nothing needs to be done: one copy counted too many does no harm. Print again as needed.',
  },
  'no-printer': {
    what: 'This machine has no printer.',
    safe: 'The paper is unchanged and no print was noted.',
    act: 'Connect a printer, switch it on and install it in Windows; in a hurry save the PDF and print it elsewhere.',
  },
  'glyph-missing': {
    what: 'Some characters cannot be printed: {glyphs}.',
    safe: kept,
    act: 'Write them otherwise, or add them by hand.',
  },
  'fonts-missing': {
    what: 'A font file of the program is missing or damaged ({file}); papers cannot be printed now.',
    safe: kept,
    act: 'Install the program again from its setup file; the data stay as they are.',
  },
  ...scanErrors,
  ...sheetErrors,
  ...fileErrors,
  'receipt-unknown': {
    what: 'This receipt fits no handover.',
    safe: 'The record of handovers is unchanged.',
    act: 'Check that it is for this unit.',
  },
  'card-mismatch': {
    what: 'The check code differs; the card was not accepted.',
    safe: 'No unit was enrolled.',
    act: 'Compare by telephone; else ask for a new card.',
  },
  'no-recipient': { what: 'No recipient is enrolled.', safe: kept, act: "Accept the recipient's card first." },
  'nothing-to-hand-over': { what: 'Nothing changed since the last receipt.', safe: kept, act: 'Nothing to send.' },
  'target-gone': {
    what: 'The stick or folder is gone.',
    safe: 'The register is unchanged; no half file was left.',
    act: 'Put the stick in and try again.',
  },
  'target-full': {
    what: 'The stick or folder has no room.',
    safe: 'The register is unchanged; no half file was left.',
    act: 'Make room or use another stick.',
  },
  'target-read-only': {
    what: 'The stick or folder cannot be written.',
    safe: 'The register is unchanged.',
    act: 'Check the write protection.',
  },
  'target-occupied': {
    what: 'A file of that name is there; it was not replaced.',
    safe: 'The old file is unchanged.',
    act: 'Choose another folder.',
  },
} as const
