/** One seal or import in a process of its own, which then says what it took at most. */
import { createOffice } from '../../electron/core/office.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'
import { fileOn, finish, stickOf } from './recipients.ts'
import { benchClock, benchHost, callOffice, kdfCost } from './registers.ts'

/** What the parent asks for: the folder of the register, the folder of the stick, and a sealed file to import. */
export interface MemoryOrder {
  readonly dataDir: string
  readonly stickDir: string
  readonly fileName: string | null
}

const order = JSON.parse(process.argv[2] ?? '') as MemoryOrder
const office = await createOffice({
  dataDir: order.dataDir,
  host: benchHost(order.stickDir),
  clock: benchClock,
  log: () => undefined,
  kdfCost,
})
const { users } = await callOffice(office, 'register.status', {})
await callOffice(office, 'session.signIn', { userId: users[0]?.id ?? '', password: sampleUser.password })
if (order.fileName === null) {
  await finish(office, 'handover.seal', { book: 'mediation', place: await stickOf(office), baseline: true })
} else {
  const files = [await fileOn(office, order.fileName)]
  const { batch } = await finish(office, 'city.inspect', { book: 'mediation', files })
  await finish(office, 'city.merge', { book: 'mediation', batch })
}
await office.close()
process.stdout.write(String(process.resourceUsage().maxRSS))
