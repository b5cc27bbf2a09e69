import type { Translated } from '../template.ts'
import type { paperWording as zh } from '../zh-CN/paperWording.ts'

export const paperWording: Translated<typeof zh> = {
  title: 'Wording of papers',
  note: 'What is written otherwise from place to place. The layout is that of the Ministry’s forms of 2010 and is nobody’s to change. A change holds for what is printed from now on; kept agreements stay.',
  opening: 'First sentence of the acceptance form',
  openings: {
    bySource: 'By source',
    both: 'Both sources printed',
    plain: 'No source',
  },
  example: '{name}: {sentence}',
  exampleNames: '示例甲、示例乙',
  signature: 'Words at the signatures',
  signatureHint:
    '「签名盖章或按指印」 is the wording of the forms; the acceptance form has only 「签名」 and keeps it with this choice.',
  pageNumbers: 'Page numbers',
  pageNumbersHint: 'The number of all pages is always printed, so that none can be exchanged.',
  heading: {
    title: 'Heading',
    note: 'One line above the title, such as 「示例市示例乡」. No logo.',
    line: 'Heading',
    on: 'Printed on',
    onWhich: { local: 'Only papers without a national form (notices, powers of attorney, letters)', all: 'All papers' },
    tooLong: '40 characters at most.',
  },
  notice: {
    title: 'Notice of rights and duties',
    note: 'Its sections on nature, principles, rights, duties, effect, fees and personal data follow the law and cannot be changed.',
    contact: 'How to reach the committee',
    contactHint: 'Printed with the notice on personal data; left blank, there is room to write it.',
    contactTooLong: '60 characters at most.',
    extra: 'Words of the office',
    extraHint:
      'After the sections, a paragraph to a line, 600 characters at most. With few words and two parties it fits on one sheet, front and back.',
    extraTooLong: '600 characters at most.',
  },
  tibetan: {
    title: 'Tibetan beside the Chinese',
    note: 'Paste the Tibetan your office has approved; it is printed with the Chinese. The program translates nothing; left blank, only Chinese is printed.',
    readAloud: 'Statement that the paper was read aloud (after the Chinese one, where it was read in Tibetan)',
    readAloudChinese: '本……已用藏语宣读，当事人确认无误。',
    sections: 'Sections of the notice',
    section: {
      nature: '1 Nature',
      principles: '2 Principles',
      rights: '3 Rights of the parties',
      duties: '4 Duties of the parties',
      effect: '5 Effect of an agreement',
      noFee: '6 Fees',
      privacy: '7 Personal data',
    },
    titles: 'Titles',
    showTitles: 'Tibetan titles of the papers ({count} filled in)',
    tooLong: 'Too long: {max} characters at most.',
  },
  powers: 'Powers to choose from: press to add, press again to take away',
}
