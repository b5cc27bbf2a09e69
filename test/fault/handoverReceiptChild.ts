/** Takes a receipt and is killed when a named step is reached: `<data> <usb> <receipt> <step>`. */
import { takeReceipt } from '../../electron/core/handover/receipts.ts'
import { newStation } from '../../electron/core/register/life.ts'
import { openOffice } from '../unit/handoverOffice.ts'

const [dataDir = '', usb = '', receipt = '', step = ''] = process.argv.slice(2)
const office = await openOffice(dataDir, usb, await newStation(), (name) => {
  if (name === step) process.kill(process.pid, 'SIGKILL')
})
await takeReceipt(office.desk, 'mediation', receipt)
await office.register.close()
