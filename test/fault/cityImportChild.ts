/** Imports files, or writes a receipt, and is killed at the n-th time a step is reached: `<folder> <step> <n> <station|-> <file…>`. */
import { writeReceiptFor } from '../../electron/core/city/receipt.ts'
import { openCity, take, workAt } from '../unit/cityKit.ts'

const [folder = '', step = '', times = '1', station = '-', ...files] = process.argv.slice(2)
let left = Number(times)
const city = await openCity(folder, (name) => {
  if (name === step && --left === 0) process.kill(process.pid, 'SIGKILL')
})
if (station === '-') await take(city, ...files)
else
  await writeReceiptFor(workAt(city), {
    book: 'mediation',
    station,
    folder,
    recipientName: '示例市司法局',
    sample: true,
  })
await city.register.close()
