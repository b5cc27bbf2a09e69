/** Seals once and is killed at the n-th time a named step is reached: `<data> <usb> <step> <n>`. */
import { newStation } from '../../electron/core/register/life.ts'
import { openOffice, sealNow } from '../unit/handoverOffice.ts'

const [dataDir = '', usb = '', step = '', times = '1'] = process.argv.slice(2)
let left = Number(times)
const office = await openOffice(dataDir, usb, await newStation(), (name) => {
  if (name === step && --left === 0) process.kill(process.pid, 'SIGKILL')
})
await sealNow(office)
await office.register.close()
