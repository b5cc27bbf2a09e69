import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PostData } from '../../shared/ledgers/post.ts'
import { changesAbout, parsedChanges, parsedRoster, rosterAbout, wholeRoster } from '../../shared/rules/rosterPapers.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'

import { postOf, save } from '../support/samples.ts'
import { bodyText, readPdf } from './papersKit.ts'

let t: TestOffice
before(async () => {
  t = await unitOffice()
})
after(() => t.dispose())

const village = '示例一村'
const register = (values: Partial<PostData>) => save(t, 'post', postOf({ village, ...values }))
const paper = async (name: 'roster' | 'rosterChanges', about: string) => {
  const { pdf } = await t.call('officePaper.preview', { book: 'teams', paper: name, about })
  return bodyText(await readPdf(pdf)).replace(/\s+/g, '')
}

test('the roster names who served on its day, without ID numbers, with phones only where they were asked for', async () => {
  const old = await register({
    ...{ name: '才让·示例', selectedOn: '2025-01-01', idNumber: '990031197508153020', phone: '09410000001' },
  })
  await t.call('post.replace', {
    ...{ ledger: 'post', id: old.id, revision: old.revision, on: '2026-03-01', reason: '外出务工' },
    successor: { name: '卓玛·示例', selectedOn: '2026-03-11' },
  })
  await register({ name: '桑吉·示例', team: 'shop', village: '示例二村', selectedOn: '2026-02-01' })
  const scope = { ...wholeRoster, on: '2026-02-28', phones: false }
  const plain = await paper('roster', rosterAbout(scope))
  for (const words of [
    '队伍人员名册',
    '截至2026年2月28日',
    '在任2人：联户长1人，联铺长1人。',
    '才让·示例',
    '制表人',
    '审核人',
  ])
    assert.ok(plain.includes(words), `${words} in ${plain}`)
  for (const never of ['990031', '0941', '卓玛']) assert.ok(!plain.includes(never), never)
  assert.ok((await paper('roster', rosterAbout({ ...scope, phones: true }))).includes('09410000001'))
  const one = await paper('roster', rosterAbout({ ...scope, village }))
  assert.ok(one.includes('在任1人') && !one.includes('桑吉'))
  const changes = await paper(
    'rosterChanges',
    changesAbout({ ...wholeRoster, from: '2026-01-01', until: '2026-03-31' }),
  )
  for (const words of [
    '变动2项：新任1人，更换1人，离任未补0人。',
    '才让·示例2026-03-01',
    '卓玛·示例2026-03-11',
    '外出务工',
  ])
    assert.ok(changes.includes(words), `${words} in ${changes}`)
})

test('what a paper is about is read back exactly; nonsense is refused', async () => {
  const roster = { on: '2026-02-28', team: 'shop', village, department: null, phones: true } as const
  assert.deepEqual(parsedRoster(rosterAbout(roster)), roster)
  const changes = { from: '2026-01-01', until: '2026-03-31', team: null, village: null, department: '示例局' } as const
  assert.deepEqual(parsedChanges(changesAbout(changes)), changes)
  for (const wrong of [null, '', '2026-02-30|||', '2026-02-28|other||', '2026-02-28||||x', '2026-02-28||||phones|'])
    assert.equal(parsedRoster(wrong), null, String(wrong))
  assert.equal(parsedChanges('2026-03-31|2026-01-01|||'), null)
  const wrong = { book: 'teams', paper: 'roster', about: 'x' }
  assert.equal((await t.refusal('officePaper.preview', wrong)).code, 'input-invalid')
  assert.equal((await t.refusal('officePaper.preview', { ...wrong, book: 'mediation' })).code, 'not-found')
})

test('the PDF is named by its day', async () => {
  const about = rosterAbout({ ...wholeRoster, on: '2026-02-28', phones: false })
  const { places } = { places: await t.call('place.list', {}) }
  const [place] = places
  const { fileName } = await t.call('officePaper.savePdf', {
    book: 'teams',
    paper: 'roster',
    about,
    place: place?.token ?? null,
  })
  assert.match(fileName, /^队伍人员名册2026-02-28.*\.pdf$/)
})
