/** Six workbooks as offices keep them, made here, each with its story. Nobody in them is real. */
import * as XLSX from '@e965/xlsx'

type Cell = string | number | boolean | null | XLSX.CellObject
interface Made {
  readonly name?: string
  readonly rows: readonly (readonly Cell[])[]
  /** `A1:C1` … */
  readonly merges?: readonly string[]
}

function sheetFrom({ rows, merges = [] }: Made): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {}
  const width = Math.max(...rows.map((r) => r.length))
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell === null) return
      const address = XLSX.utils.encode_cell({ r, c })
      if (typeof cell === 'object') sheet[address] = cell
      else sheet[address] = { v: cell, t: typeof cell === 'number' ? 'n' : typeof cell === 'boolean' ? 'b' : 's' }
    })
  })
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } })
  sheet['!merges'] = merges.map((m) => XLSX.utils.decode_range(m))
  return sheet
}

export interface BookOptions {
  readonly type?: 'xlsx' | 'xls'
  readonly epoch1904?: boolean
  /** Names of sheets that are hidden. */
  readonly hidden?: readonly string[]
}
/** A workbook as SheetJS writes it. */
export function bookOf(
  sheets: readonly Made[],
  { type = 'xlsx', epoch1904 = false, hidden = [] }: BookOptions = {},
): Uint8Array {
  const names = sheets.map((s, i) => s.name ?? `Sheet${i + 1}`)
  const book: XLSX.WorkBook = {
    SheetNames: names,
    Sheets: Object.fromEntries(sheets.map((s, i) => [names[i], sheetFrom(s)])),
    Workbook: { WBProps: { date1904: epoch1904 }, Sheets: names.map((n) => ({ Hidden: hidden.includes(n) ? 1 : 0 })) },
  }
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: type, bookSST: true }) as Buffer)
}

/** A serial date with a format that shows a day. */
export const day = (serial: number, z = 'yyyy"年"m"月"d"日"'): XLSX.CellObject => ({ v: serial, t: 'n', z })

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** An ID number of province 99 with its check character. */
export const idOf = (first17: string): string =>
  first17 + '10X98765432'[weights.reduce((sum, w, i) => sum + w * Number(first17[i]), 0) % 11]

const gb = new Map<string, readonly number[]>()
function gbBytes(char: string): readonly number[] {
  if (gb.size === 0) {
    const decoder = new TextDecoder('gb18030')
    for (let a = 0x81; a <= 0xfe; a += 1)
      for (let b = 0x40; b <= 0xfe; b += 1) if (b !== 0x7f) gb.set(decoder.decode(new Uint8Array([a, b])), [a, b])
  }
  const code = char.codePointAt(0) ?? 0
  const found = code < 0x80 ? [code] : gb.get(char)
  if (found === undefined) throw new Error(`${char} has no two bytes in GB18030`)
  return found
}
/** Text as Chinese Windows writes it. */
export const gb18030 = (text: string): Uint8Array => new Uint8Array([...text].flatMap(gbBytes))

/**
 * 示例乡's roster as it hangs on the wall: a title merged over the whole width, the unit and the day under it, villages
 * merged over their groups, a total and who made it at the bottom. Two names are spaced to look as wide as the others.
 */
export const wallRoster = (): Uint8Array =>
  bookOf(
    [
      {
        name: '名册',
        rows: [
          ['示例乡联户长花名册', null, null, null, null, null, null],
          ['填报单位：示例乡人民政府', null, null, null, '2024年3月', null, null],
          ['序号', '所属村', '组别', '户数', '姓　名', '联系电话', '任职时间'],
          [1, '示例一村', '1组', 12, '张　三', '0941-0000001', '2024.3.5'],
          [2, null, '2组', '11户', '李 四', '0941-0000002', '2024.3.5'],
          [3, '示例二村', '1组', 10, '扎西才让', '0941-0000003', '2024年3月6日'],
          ['合计', null, null, 33, null, null, null],
          ['制表人：王示例', null, null, '审核人：赵示例', null, null, null],
        ],
        merges: ['A1:G1', 'A2:D2', 'B4:B5', 'A7:C7'],
      },
      {
        name: '旧表',
        rows: [
          ['姓名', '户数'],
          ['不用了', 1],
        ],
      },
    ],
    { hidden: ['旧表'] },
  )

/**
 * The same roster as the county wanted it another year: a header of two rows with groups of columns, a second header in
 * the middle where the paper began a new page, an empty row, and a remark that looks like a note.
 */
export const groupedRoster = (): Uint8Array =>
  bookOf([
    {
      name: '联铺长',
      rows: [
        ['合作示例街道2025年度联防队伍基本情况统计表', null, null, null, null, null, null, null],
        ['序号', '基本情况', null, null, '所在商铺', null, '任职情况', null],
        [null, '姓名', '性别', '出生年月日', '店铺名称', '信用代码', '选配时间', '备注'],
        [1, '王示例', '男', day(30682), '示例商店', null, '5月8日', '注：一季度新选'],
        [2, '赵示例', '女', day(29222, 'yyyy\\-mm\\-dd'), '示例餐馆', null, '2025-05-08 00:00:00', null],
        [null, null, null, null, null, null, null, null],
        ['序号', '姓名', '性别', '出生年月日', '店铺名称', '信用代码', '选配时间', '备注'],
        [3, '孙示例', '男', 33055, '示例药店', null, 45785, null],
      ],
      merges: ['A1:H1', 'A2:A3', 'B2:D2', 'E2:F2', 'G2:H2'],
    },
  ])

/**
 * Typed without thinking of cell formats: an ID number became a number and lost its end, another has blanks in it, a third a
 * small x; phones are numbers; a group "3-5" became a day.
 */
export const numbersRoster = (): Uint8Array =>
  bookOf([
    {
      rows: [
        ['队伍类别', '姓名', '身份证号码', '手机号', '组号', '选配日期'],
        ['楼户长', '周示例', Number('990011199001010016'), 9410000001, '3', '2024/1/2'],
        ['楼户长', '吴示例', '990011 19900101 0016', 9410000002, '4', '20240102'],
        ['楼长', '郑示例', idOf('99001119850305003').toLowerCase(), '0941－0000003', '５', '2024年1月2日'],
        ['楼户长', '冯示例', null, null, day(45721, 'm"月"d"日"'), '2024.1.2'],
      ],
    },
  ])

/**
 * Visits out of an old WPS on a Mac: .xls, days from 1904 on, one row for each household, day and visitors written once per
 * outing.
 */
export const oldVisits = (): Uint8Array =>
  bookOf(
    [
      {
        name: '走访',
        rows: [
          [
            '日期',
            '村（社区）',
            '联户组',
            '走访类型',
            '走访人员',
            '户主姓名',
            '见到人数',
            '发放资料',
            '诉求',
            '现场处理',
          ],
          [day(43900), '示例一村', '1组', '入户宣传', '张示例、李示例（组长）', '示例户甲', 3, 2, null, null],
          [null, null, null, null, null, '示例户乙', 2, '1份', '路灯不亮', '已报电工'],
          [day(43901), '示例一村', '2组', '日常', '张示例', '示例户丙', 4, 2, null, null],
        ],
      },
    ],
    { type: 'xls', epoch1904: true },
  )

/** A quarter's sessions of years ago, of which only figures are left, out of a web system of the prefecture: CSV in GB18030. */
export const oldSessions = (): Uint8Array =>
  gb18030(
    [
      '序号,培训主题,培训时间,培训形式,培训对象,主办单位,参训人数,发放资料',
      '１,防火知识,２０１９年３月５日,集中培训,联户长、楼户长,示例乡,１２０人,２００',
      '２,"法律常识,消防",2019.6.1,以会代训,联户长,示例乡,86,100份',
      '３,防汛,2019.13.1,分片培训,联户长,示例乡,约90,',
      '合计,,,,,,296,300',
    ].join('\r\n'),
  )

/** A sign-in sheet somebody typed after the session: topic, day and place stand in the title, one row is one person. */
export const signInSheet = (): Uint8Array =>
  bookOf([
    {
      rows: [
        ['联户长培训签到表', null, null, null, null, null],
        ['培训主题：冬季防火', null, null, '培训时间：2026年3月5日', null, null],
        ['培训地点：示例乡会议室　主办单位：示例乡综治中心', null, null, null, null, null],
        ['序号', '姓名', '单位', '签到', '备注', '代会人'],
        [1, '张示例', '示例一村', '√', null, null],
        [2, '李示例', '示例一村', '替', '儿子来', '李　小'],
        [3, '王示例', '示例二村', '请假', null, null],
        [4, '赵示例', '示例二村', '未到', null, null],
        ['合计', '应到4人', null, '实到2人', null, null],
        ['负责人签字：', null, null, '日期：', null],
      ],
      merges: ['A1:E1', 'A2:C2', 'D2:E2', 'A3:E3'],
    },
  ])
