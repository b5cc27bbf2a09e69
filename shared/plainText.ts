import { z } from 'zod'

/** Text is refused, never repaired: no NUL (PostgreSQL refuses it), no other controls than tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find them
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/
export const isPlainText = (s: string): boolean => s.isWellFormed() && !controls.test(s)

/** Names and numbers of the office itself: the same plain text as in a record. */
export const plain = (max: number) => z.string().trim().max(max).refine(isPlainText, { message: 'controlCharacter' })
export const plainSome = (max: number) => plain(max).refine((s) => s !== '', { message: 'blank' })
