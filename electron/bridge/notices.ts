/** Pages the bridge shows instead of the window: what happened, what is safe, what to do. */
const notices = {
  spent: {
    title: '这个启动网址已经用过',
    body: '每个启动网址只能用一次，登记数据没有变化。请使用程序窗口（终端）里最新打印的网址。',
    english: 'This start address was used before. Use the newest one printed in the terminal.',
  },
  stranger: {
    title: '请从启动网址进入',
    body: '这个浏览器还没有通过启动网址进入，登记数据没有变化。请使用程序窗口（终端）里打印的网址。',
    english: 'Enter by the start address printed in the terminal.',
  },
  unbuilt: {
    title: '窗口文件还没有准备好',
    body: '登记数据没有变化。请关闭程序，用 npm start 重新启动。',
    english: 'The window was not built. Stop the program and run npm start.',
  },
} as const

export function notice(name: keyof typeof notices): string {
  const { title, body, english } = notices[name]
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>解纷簿</title><h1>${title}</h1><p>${body}</p><p lang="en">${english}</p></html>`
}
