import type { Translated } from '../template.ts'
import type { paperDesk as zh } from '../zh-CN/paperDesk.ts'

export const paperDesk: Translated<typeof zh> = {
  stages: { acceptance: 'Acceptance', mediation: 'Mediation', agreement: 'Agreement, performance', filing: 'Filing' },
  stageCount: '{stage} ({count})',
  none: 'No paper of this stage is to be printed yet.',
  print: 'Print',
  printCopy: 'Print a copy',
  fillIn: 'Fill in',
  more: 'More',
  draft: 'Draft',
  blank: 'Blank form',
  lacks: 'Still needed: {fields}',
  ready: 'Can be printed',
  frozen: 'In effect',
  onFile: 'Original on file',
  toDossier: 'Open the dossier',
  toBlanks: 'Print other papers as blank forms',
  parts: {
    nthSession: 'Session {n} {date}',
    extension: 'until {date}',
    nthSupplement: 'No. {n}',
    receipt: '{amount} yuan {name}',
    named: '{name} {date}',
  },
  blanks: {
    title: 'Blank forms',
    intro:
      'Before going out, print the blank forms to take along: how many of each, then “Preview and print”. Blank forms carry nobody’s data; they are filled in by hand and entered later.',
    committee: 'Committee',
    unit: '',
    clear: 'None',
    show: 'Preview and print ({count})',
    tooMany: 'At most {most} at once; print them in two goes.',
  },
}
