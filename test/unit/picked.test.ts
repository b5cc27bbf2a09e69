import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, keyed, meant, nothingPicked, type Picked, toggled } from '../../renderer/pages/dossier/picked.ts'

const keys = ['cover', 'application', 'identity', 'agreement']
const press = (key: string, how: { readonly shift?: boolean; readonly ctrl?: boolean } = {}) => ({
  key,
  shiftKey: how.shift ?? false,
  ctrlKey: how.ctrl ?? false,
})
const after = (...pressed: readonly ReturnType<typeof press>[]): Picked =>
  pressed.reduce<Picked>((p, k) => keyed(p, keys, k) ?? p, nothingPicked)

test('arrows walk from the first to the last and stop there', () => {
  assert.equal(after(press('ArrowDown')).active, 'cover')
  assert.equal(after(press('ArrowDown'), press('ArrowDown')).active, 'application')
  assert.equal(after(press('End'), press('ArrowDown')).active, 'agreement')
  assert.equal(after(press('End'), press('Home'), press('ArrowUp')).active, 'cover')
  assert.equal(keyed(nothingPicked, keys, press('x')), null)
  assert.equal(keyed(nothingPicked, [], press('ArrowDown')), null)
})

test('Shift and an arrow choose a range from where it began, forth and back', () => {
  const three = after(press('ArrowDown'), press('ArrowDown', { shift: true }), press('ArrowDown', { shift: true }))
  assert.deepEqual([...three.chosen], ['cover', 'application', 'identity'])
  assert.deepEqual([...(keyed(three, keys, press('ArrowUp', { shift: true }))?.chosen ?? [])], ['cover', 'application'])
})

test('what is meant is what is chosen, in the order of the list; else the active one; else nothing', () => {
  assert.deepEqual(meant(nothingPicked, keys), [])
  assert.deepEqual(meant(at(nothingPicked, keys, 'identity', false), keys), ['identity'])
  const two = toggled(toggled(nothingPicked, 'agreement'), 'cover')
  assert.deepEqual(meant(two, keys), ['cover', 'agreement'])
  assert.deepEqual(meant(toggled(two, 'cover'), keys), ['agreement'])
  assert.deepEqual(meant(two, ['cover']), ['cover'], 'what is no longer listed is not meant')
})

test('Ctrl+A chooses all, Escape none; Escape with none chosen is not the list’s', () => {
  const all = after(press('a', { ctrl: true }))
  assert.equal(all.chosen.size, keys.length)
  assert.equal(keyed(all, keys, press('Escape'))?.chosen.size, 0)
  assert.equal(keyed(nothingPicked, keys, press('Escape')), null)
})
