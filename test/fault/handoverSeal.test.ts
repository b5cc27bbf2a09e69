import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { randomBytes, toHex } from '../../electron/core/crypto.ts'
import { openHandover } from '../../electron/core/handover/container.ts'
import { bookState } from '../../electron/core/handover/state.ts'
import { verifyChain } from '../../electron/core/register/journal.ts'
import { newStation } from '../../electron/core/register/life.ts'
import { AppError } from '../../shared/errors.ts'
import { tempFolder } from '../unit/handoverKit.ts'
import {
  aDispute,
  control,
  foundOffice,
  makeOffice,
  type Office,
  openerOf,
  openOffice,
  save,
  saveAll,
  sealNow,
} from '../unit/handoverOffice.ts'

const child = fileURLToPath(new URL('./handoverSealChild.ts', import.meta.url))
const moments: readonly (readonly [string, number])[] = [
  ['seal:sealing', 1],
  ['seal:writing', 1],
  ['seal:written', 1],
  ['write:before-commit', 1],
  ['seal:handed', 1],
  ['write:before-commit', 2],
  ['seal:numbered', 1],
  ['seal:published', 1],
  ['write:before-commit', 3],
  ['seal:finished', 1],
]
const finished = (usb: string): readonly string[] => fs.readdirSync(usb).filter((f) => f.endsWith('.jfb'))

test('killed at every step of a seal: no half file, no lost number, and the next seal works', async () => {
  const folder = tempFolder()
  const [data, usb] = [path.join(folder, 'data'), path.join(folder, 'usb')]
  for (const f of [data, usb]) fs.mkdirSync(f)
  const recipient = await newStation()
  await foundOffice(data, recipient)
  const first = await openOffice(data, usb, recipient)
  saveAll(
    first,
    'dispute',
    Array.from({ length: 501 }, (_, n) => aDispute(n)),
  )
  await first.register.close()
  /** What each number that was ever seen under a real name contains. */
  const contents = new Map<number, string>()
  for (const [step, times] of moments) {
    const run = spawnSync(process.execPath, [child, data, usb, step, String(times)], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    assert.equal(run.signal, 'SIGKILL', `${step} ${times} is reached; ${run.stderr}`)
    const o = await openOffice(data, usb, recipient)
    for (const name of finished(usb)) {
      const { manifest, manifestHash } = await openHandover(path.join(usb, name), openerOf(o))
      const known = contents.get(manifest.no) ?? toHex(manifestHash)
      assert.equal(toHex(manifestHash), known, `number ${manifest.no} names one content`)
      contents.set(manifest.no, known)
      const row = o.register.db
        .prepare('SELECT manifest_hash FROM handover WHERE no = ?')
        .pluck()
        .get(manifest.no) as Uint8Array
      assert.equal(toHex(row), known, 'whatever has a real name is known to the register')
    }
    save(o, 'dispute', aDispute(1000 + contents.size))
    const next = await sealNow(o)
    assert.equal(verifyChain(o.register.db).brokenAt, null, step)
    // Something not yet handed over, so that the next run has every step.
    save(o, 'dispute', aDispute(2000 + contents.size))
    assert.ok(bookState(o.register.db, 'mediation', o.desk).sent.some((s) => s.no === next.no))
    contents.set(next.no, toHex((await openHandover(path.join(usb, next.fileName), openerOf(o))).manifestHash))
    await o.register.close()
    assert.deepEqual(fs.readdirSync(usb), finished(usb), `${step}: nothing unfinished stays on the stick`)
  }
})

async function officeWith(cases: number): Promise<Office> {
  const o = await makeOffice(tempFolder())
  saveAll(
    o,
    'dispute',
    Array.from({ length: cases }, (_, n) => aDispute(n)),
  )
  return o
}
const nothingHappened = (o: Office) => {
  const state = bookState(o.register.db, 'mediation', o.desk)
  assert.deepEqual([state.mark, state.sent], [0, []])
}
const refused = (code: string) => (e: unknown) => e instanceof AppError && e.code === code

/** A small file system of its own; null where this machine does not let us have one. */
function mount(options: string): string | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jfb-stick-'))
  const run = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  after(() => {
    if (run.status === 0) spawnSync('umount', ['-l', folder])
    fs.rmdirSync(folder)
  })
  return run.status === 0 ? folder : null
}
const noMount = 'skipped: no right to mount a small file system here'

test('a stick that fills up while the file is written', async (t) => {
  const stick = mount('size=512k')
  if (stick === null) return t.skip(noMount)
  const o = await officeWith(20)
  fs.writeFileSync(path.join(stick, 'photos'), new Uint8Array(400 * 1024))
  await assert.rejects(sealNow({ ...o, usb: stick }), refused('target-full'), 'seen before writing')
  fs.rmSync(path.join(stick, 'photos'))
  // Fills up behind our back, after the space was looked at and while the first part is packed.
  const job = {
    ...control(),
    step: (name: string) =>
      name === 'sealing' && fs.writeFileSync(path.join(stick, 'photos'), new Uint8Array(470 * 1024)),
  }
  saveAll(
    o,
    'dispute',
    Array.from({ length: 500 }, () => aDispute(0, { caseNo: toHex(randomBytes(29)) })),
  )
  await assert.rejects(
    sealNow({ ...o, usb: stick }, {}, { ...job, step: (n) => void job.step(n) }),
    refused('target-full'),
  )
  assert.deepEqual(fs.readdirSync(stick), ['photos'], 'no half file is left')
  nothingHappened(o)
  assert.equal((await sealNow(o)).no, 1)
})

test('a stick with its write protection on', async (t) => {
  const stick = mount('size=1m,ro')
  if (stick === null) return t.skip(noMount)
  const o = await officeWith(2)
  await assert.rejects(sealNow({ ...o, usb: stick }), refused('target-read-only'))
  nothingHappened(o)
})

test('a stick that is pulled out: before, while the file is written, and before it gets its name', async () => {
  const o = await officeWith(2)
  await assert.rejects(sealNow({ ...o, usb: path.join(o.usb, 'gone') }), refused('target-gone'))
  const pulledAt = async (step: string) => {
    const stick = tempFolder()
    const desk = {
      ...o.desk,
      register: {
        ...o.register,
        step: (name: string) => name === step && fs.rmSync(stick, { recursive: true, force: true }),
      },
    }
    await assert.rejects(
      sealNow({
        ...o,
        desk: { ...desk, register: { ...desk.register, step: (n) => void desk.register.step(n) } },
        usb: stick,
      }),
      refused('target-gone'),
      step,
    )
  }
  await pulledAt('seal:written')
  await pulledAt('seal:numbered')
  nothingHappened(o)
  const sealed = await sealNow(o)
  assert.equal((await openHandover(path.join(o.usb, sealed.fileName), openerOf(o))).manifest.no, sealed.no)
})
