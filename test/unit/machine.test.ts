import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { openerOf } from '../../electron/bridge/browser.ts'
import { programFolders } from '../../electron/core/machine/dataFolder.ts'
import { fileLog } from '../../electron/core/machine/fileLog.ts'
import { machineId } from '../../electron/core/machine/machineId.ts'
import { diskPlaces, machinePlaces, mountedPlaces } from '../../electron/core/machine/places.ts'
import { plainHost } from '../../electron/core/machine/plainHost.ts'
import { programVersion } from '../../electron/core/machine/version.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiefenbu-machine-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('sticks are what is mounted where sticks are mounted, with blanks and Chinese in their names', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    '/dev/sdb1 /media/clerk/报送\\040U盘 vfat rw 0 0',
    '/dev/sdc1 /run/media/clerk/KINGSTON exfat rw 0 0',
    '//server/share /mnt/share cifs rw 0 0',
    'tmpfs /media tmpfs rw 0 0',
    '',
  ].join('\n')
  assert.deepEqual(
    mountedPlaces(mounts).map((place) => [place.path, place.label]),
    [
      ['/media/clerk/报送 U盘', '报送 U盘'],
      ['/run/media/clerk/KINGSTON', 'KINGSTON'],
      ['/mnt/share', 'share'],
    ],
  )
})

test('drives of Windows: all but the system’s, told apart by kind; one drive comes as one object', () => {
  const c = { DeviceID: 'C:', DriveType: 3, VolumeName: '系统' }
  const all = [
    c,
    { DeviceID: 'D:', DriveType: 3, VolumeName: '数据' },
    { DeviceID: 'E:', DriveType: 2, VolumeName: null },
    { DeviceID: 'F:', DriveType: 5, VolumeName: '光盘' },
    { DeviceID: 'Z:', DriveType: 4, VolumeName: '共享' },
  ]
  assert.deepEqual(diskPlaces(JSON.stringify(all), 'c:'), [
    { path: 'D:\\', label: 'D: 数据', kind: 'fixed' },
    { path: 'E:\\', label: 'E:', kind: 'removable' },
    { path: 'Z:\\', label: 'Z: 共享', kind: 'folder' },
  ])
  assert.deepEqual(diskPlaces(JSON.stringify(c), 'C:'), [])
})

test('named places come first, the marked folder last, and it is made when it is asked for', async () => {
  const [stick, outgoing] = [join(folder, '示例U盘'), join(folder, 'documents', 'outgoing')]
  mkdirSync(stick)
  const env = { JIEFENBU_PLACES: [stick, join(folder, 'not there')].join(delimiter), JIEFENBU_OUTGOING: outgoing }
  const places = await machinePlaces(env)
  assert.deepEqual(places[0], { path: stick, label: '示例U盘', kind: 'removable' })
  assert.deepEqual(places.at(-1), { path: outgoing, label: 'outgoing', kind: 'folder' })
  assert.ok(!places.some((place) => place.path.includes('not there')))
})

test('the machine’s name is the same each time, and never empty', async () => {
  assert.equal(await machineId({}), await machineId({}))
  assert.ok((await machineId({})).length > 4)
  assert.equal(await machineId({ JIEFENBU_MACHINE_ID: 'another' }), 'another')
})

test('the data folder: named, from the environment, or the system’s', () => {
  const env = { HOME: '/home/clerk', XDG_DATA_HOME: '/x/data', LOCALAPPDATA: 'C:\\Local', JIEFENBU_DATA: 'mine' }
  assert.equal(programFolders(env, 'other', '/here').data, resolve('/here', 'other'))
  assert.equal(programFolders(env, undefined, '/here').data, resolve('/here', 'mine'))
  const system = programFolders({ ...env, JIEFENBU_DATA: undefined }, undefined, '/here')
  assert.match(system.data, /[Jj]iefenbu/)
  assert.notEqual(system.data, system.logs)
})

test('the log is one JSON line per fact, and never more than two files', () => {
  const logs = join(folder, 'logs')
  const log = fileLog(logs, () => '2026-11-23T00:00:00.000Z')
  log('warn', 'a fact', { number: 1 })
  assert.deepEqual(JSON.parse(readFileSync(join(logs, 'jiefenbu.log'), 'utf8')), {
    at: '2026-11-23T00:00:00.000Z',
    level: 'warn',
    message: 'a fact',
    number: 1,
  })
  writeFileSync(join(logs, 'jiefenbu.log'), 'x'.repeat(1_000_001))
  log('info', 'after')
  assert.equal(readFileSync(join(logs, 'jiefenbu.log.old'), 'utf8').length, 1_000_001)
  assert.match(readFileSync(join(logs, 'jiefenbu.log'), 'utf8'), /^\{.*"after"\}\n$/)
})

test('a log that cannot be written does not stop the work', () => {
  const file = join(folder, 'a file')
  writeFileSync(file, '')
  assert.doesNotThrow(() => fileLog(file, () => '')('info', 'x'))
})

test('a host without dialogs offers the files it was given, by their ending', async () => {
  const host = plainHost('cli', {}, ['/a/one.jfb', '/a/TWO.JFB', '/a/three.jfr'])
  assert.deepEqual(await host.pickFiles(['jfb']), ['/a/one.jfb', '/a/TWO.JFB'])
  assert.equal(await host.pickFolder(), null)
  assert.match(host.version, /^\d+\.\d+\.\d+/)
  assert.equal(host.version, programVersion())
})

test('a browser is opened only where somebody can see it', () => {
  assert.equal(openerOf('linux', {}), null)
  assert.deepEqual(openerOf('linux', { DISPLAY: ':0' }), ['xdg-open'])
  assert.deepEqual(openerOf('linux', { WAYLAND_DISPLAY: 'wayland-0' }), ['xdg-open'])
  assert.equal(openerOf('win32', {})?.[0], 'cmd.exe')
})
