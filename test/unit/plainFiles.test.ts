import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { plainFileName, plainFolderName } from '../../electron/core/plainFiles.ts'
import { type TestOffice, unitOffice } from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

let t: TestOffice
let folder: string
before(async () => {
  t = await unitOffice()
  folder = path.join(t.dataDir, plainFolderName)
})
after(() => t.dispose())

const remindedOf = async () => (await t.call('reminder.list', {})).find((r) => r.kind === 'plainFiles')

test('a plain file says in its name and its folder what to do with it', async () => {
  assert.equal(
    plainFileName('人民调解协议书示例/1:2', '2026-11-23T01:02:03.000Z', 'pdf'),
    '人民调解协议书示例_1_2-20261123010203（用后删除）.pdf',
  )
  const { id } = await save(t, 'dispute', disputeOf())
  const { fileName } = await t.call('paper.savePdf', {
    ...{ ledger: 'dispute', paper: 'agreement', id, mode: 'draft', place: null },
  })
  assert.deepEqual(fs.readdirSync(folder), [fileName])
  assert.match(fileName, /^人民调解协议书草稿-\d{14}（用后删除）\.pdf$/)
})

test('files older than a week are reminded of; the program looks itself', async () => {
  assert.equal(await remindedOf(), undefined)
  const [file = ''] = fs.readdirSync(folder)
  const days = (n: number) => new Date(Date.parse('2026-11-23T01:30:00Z') - n * 86_400_000)
  fs.utimesSync(path.join(folder, file), days(6), days(6))
  assert.equal(await remindedOf(), undefined)
  fs.utimesSync(path.join(folder, file), days(8), days(8))
  const reminder = await remindedOf()
  assert.deepEqual([reminder?.count, reminder?.label], [1, plainFolderName])
  fs.renameSync(path.join(folder, file), path.join(folder, `${file}.away`))
  assert.equal(await remindedOf(), undefined, 'deleted by hand, nobody has to say so')
  fs.renameSync(path.join(folder, `${file}.away`), path.join(folder, file))
})

test('emptying the folder takes the program’s own files and no others, and is journaled', async () => {
  const others = ['我的文件.pdf', '人民调解协议书.pdf', '名单-20261123.pdf', 'x-20261123010203（用后删除）.docx']
  for (const name of others) fs.writeFileSync(path.join(folder, name), '示例')
  fs.mkdirSync(path.join(folder, '文件夹-20261123010203（用后删除）.pdf'))
  assert.deepEqual(await t.call('plainFiles.clear', {}), { deleted: 1, kept: 0 })
  assert.deepEqual(fs.readdirSync(folder).sort(), [...others, '文件夹-20261123010203（用后删除）.pdf'].sort())
  assert.deepEqual(await t.call('plainFiles.clear', {}), { deleted: 0, kept: 0 })
  fs.rmSync(folder, { recursive: true })
  assert.deepEqual(await t.call('plainFiles.clear', {}), { deleted: 0, kept: 0 }, 'a folder that is not there is empty')
})
