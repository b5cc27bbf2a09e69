import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterEnter, type Insertion, newQuestion } from '../../shared/rules/dialogue.ts'

/** Applies what is meant at `|`, and shows where the caret then stands. */
function applied(marked: string, meant: (text: string, caret: number) => Insertion | null): string | null {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const insertion = meant(text, caret)
  if (insertion === null) return null
  return `${text.slice(0, insertion.from)}${insertion.text}|${text.slice(insertion.to)}`
}
const enter = (marked: string) => applied(marked, afterEnter)

test('a question is followed by its answer, an answer by the next question', () => {
  assert.equal(enter('问：你住哪里？|'), '问：你住哪里？\n答：|')
  assert.equal(enter('问：你住哪里？\n答：示例一村。|'), '问：你住哪里？\n答：示例一村。\n问：|')
  assert.equal(enter('问：甲|\n答：乙'), '问：甲\n答：|\n答：乙')
})

test('a speaker who says nothing is taken away, and the turns end', () => {
  assert.equal(enter('问：甲\n答：|'), '问：甲\n|')
  assert.equal(enter('问：  |'), '|')
})

test('ordinary text, and the middle of a line, take Enter as it is', () => {
  assert.equal(enter('双方到场。|'), null)
  assert.equal(enter('|'), null)
  assert.equal(enter('问：你住|哪里'), null)
  assert.equal(enter('他问：你住哪里|'), null)
})

test('a new question has a line of its own', () => {
  assert.equal(applied('|', newQuestion), '问：|')
  assert.equal(applied('双方|到场。', newQuestion), '双方到场。\n问：|')
  assert.equal(applied('双方到场。\n|', newQuestion), '双方到场。\n问：|')
  assert.equal(applied('甲|\n乙', newQuestion), '甲\n问：|\n乙')
})
