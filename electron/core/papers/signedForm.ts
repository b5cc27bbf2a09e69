import type { Content } from 'pdfmake/interfaces.js'
import { type CasePaperInput, type closingTexts, form, gap, strikeBetween } from './paperForm.ts'
import { partyBlocks } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import type { Words } from './sheet.ts'
import { type Signatures, signing } from './signatures.ts'

interface SignedForm {
  readonly title: string
  readonly number: Words
  readonly text: readonly Content[]
  /** What stands on one page with the first signatures. */
  readonly closing: ReturnType<typeof closingTexts>
  /** What a page of signatures alone says it belongs to. */
  readonly about: string
  readonly signatures: Signatures
  /** 当事人基本情况; the whole block of the 2010 forms where it is left out. */
  readonly parties?: readonly Content[]
}

/** A filled paper of a case: the parties, what it says, who signs it; what stays free in between is struck. */
export function signedForm(
  input: CasePaperInput,
  { title, number, text, closing, about, signatures, parties = partyBlocks(input.data, input.on) }: SignedForm,
): PaperDefinition {
  return form({
    ...input,
    title,
    number,
    content: [...parties, gap, ...text, ...signing({ ...closing, about }, signatures)],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}
