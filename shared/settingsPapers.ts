import { z } from 'zod'
import { plain } from './plainText.ts'
import { casePapers, dossierPapers } from './rules/casePapers.ts'
import { acceptanceOpenings, noticeSections, pageNumberWords, partySignatureWords } from './rules/paperWording.ts'

const keysOf = <K extends string>(words: Readonly<Record<K, unknown>>) => Object.keys(words) as [K, ...K[]]

/** One line of a paper: a break in it would push the form out of its shape. */
const line = (max: number) => plain(max).refine((s) => !/[\n\t]/.test(s), { message: 'oneLine' })

/** Longest Tibetan texts, in characters as a keyboard types them. */
export const tibetanLimits = { title: 120, section: 1000, readAloud: 200 } as const

/** Wording of the papers that varies by place, and what an office adds of its own. The statutory layout is nobody's to set. */
export const paperSettings = {
  acceptanceOpening: z.enum(acceptanceOpenings),
  partySignature: z.enum(keysOf(partySignatureWords)),
  pageNumbers: z.enum(keysOf(pageNumberWords)),
  /** 抬头, without a logo: above the title; empty for none. */
  paperHeading: line(40),
  /** Papers of the 2010 notice have no heading of their own; some offices print one all the same. */
  paperHeadingOn: z.enum(['local', 'all']),
  /** 联系方式 of the committee in the privacy notice (个人信息保护法 17); empty leaves room to write it. */
  noticeContact: line(60),
  /** The office's own words at the end of the 告知书, a paragraph to a line. */
  noticeExtra: plain(600),
  /** Supplied by the office, printed beside the Chinese; the program translates nothing. */
  tibetanTitles: z.partialRecord(z.enum([...casePapers, ...dossierPapers]), line(tibetanLimits.title)),
  tibetanNotice: z.partialRecord(z.enum(noticeSections), plain(tibetanLimits.section)),
  tibetanReadAloud: line(tibetanLimits.readAloud),
  /** A small code at the foot of the office's own papers, by which a scan finds its place. */
  footerCode: z.boolean(),
} as const

const schema = z.strictObject(paperSettings)
export type PaperSettings = z.infer<typeof schema>

export const defaultPaperSettings: PaperSettings = {
  acceptanceOpening: 'bySource',
  partySignature: 'form',
  pageNumbers: 'pageFirst',
  paperHeading: '',
  paperHeadingOn: 'local',
  noticeContact: '',
  noticeExtra: '',
  tibetanTitles: {},
  tibetanNotice: {},
  tibetanReadAloud: '',
  footerCode: false,
}
