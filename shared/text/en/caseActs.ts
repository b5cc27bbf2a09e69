import type { Translated } from '../template.ts'
import type { caseActs as zh } from '../zh-CN/caseActs.ts'

export const caseActs: Translated<typeof zh> = {
  title: 'Other acts',
  none: 'There is nothing else to do now.',
  confirm: 'Confirm: {act}',
  routes:
    'The parties have to be told that arbitration, administration and the courts stay open to them (People’s Mediation Law, art. 26).',
  slipNote: '“{act}” is decided by: {roles}. If it was approved on paper, fill in the slip:',
  stillNeeded: 'Still to be filled in: {fields}.',
  done: 'Done: {act}.',
  print: 'Print {paper}',
  reopenNote: 'The days of closing and filing are cleared, nothing else; the reason stands in the history.',
  reopenReason: 'Why it is reopened',
  again: 'Mediate again',
  againNote:
    'A new dispute with the same parties, type and village, without anything of the sessions. The old case stays as it is.',
  againConfirm: 'Make the new case',
  correct: 'Correct an entry',
  supplementTitle: 'Supplement {n}',
  supplementInEffect: 'In effect since {date}',
  supplementTake: 'In effect from {date}',
  supplementSave: 'Write and save the supplement first, then enter its signing.',
  onFileNote: 'Entered late: the signed original is in the file; the program prints none.',
  correction: {
    title: 'Correct an entry',
    intro:
      'Only where the paper is right and the entry was typed wrongly: original and kept agreement stay, the register follows them. Another person compares and confirms.',
    reason: 'How it was typed wrongly',
    propose: 'Propose the correction',
    back: 'Back without correcting',
    nothing: 'Nothing is changed yet.',
    changed: 'Corrects: {fields}',
    open: 'Corrections to confirm',
    by: 'Proposed by {name}, {when}',
    own: 'You proposed this: another person has to confirm it.',
    approve: 'As on the original: confirm',
    decline: 'Decline',
    takeBack: 'Take back',
    answer: 'Why, in a few words',
    done: 'Entry corrected',
    doneBy: '{fields}: proposed by {proposer}, confirmed by {decider}, {when}.',
    home: 'Corrections to confirm',
  },
}
