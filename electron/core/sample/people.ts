import { daysAfter } from '../../../shared/rules/dates.ts'
import type { Random } from './random.ts'
import { villages } from './township.ts'

/** Somebody who does not exist: the name says so, the ID number begins with 99, no local phone begins with 0. */
export interface Person {
  readonly name: string
  readonly tibetanName: string | null
  readonly sex: '1' | '2'
  /** GB/T 3304. */
  readonly ethnicity: '01' | '03' | '04'
  readonly birthDate: string
  readonly idNumber: string
  readonly phone: string
  readonly address: string
}

const surnames = [...'张王李赵马杨刘陈周吴孙胡朱高林何郭罗梁宋']
const givenNames = ['示例', '样本', '演示', '样例', '示范', '例文', '例样', '虚名', '拟名', '样稿'] as const
const orders = ['', '', '', '甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const
/** Given names, their spelling, and whose they are: one sex's, or both's. */
const tibetanNames = [
  ['扎西', 'བཀྲ་ཤིས་', '1'],
  ['卓玛', 'སྒྲོལ་མ་', '2'],
  ['才让', 'ཚེ་རིང་', '1'],
  ['多杰', 'རྡོ་རྗེ་', '1'],
  ['央金', 'དབྱངས་ཅན་', '2'],
  ['尼玛', 'ཉི་མ་', null],
  ['达瓦', 'ཟླ་བ་', null],
  ['索南', 'བསོད་ནམས་', null],
  ['格桑', 'སྐལ་བཟང་', null],
  ['仁青', 'རིན་ཆེན་', null],
] as const
/** དཔེ་མཚོན: "example". */
const tibetanExample = 'དཔེ་མཚོན'

/** One name in a hundred has a character that common fonts and input methods lack. */
const rareName = '示例𬭎'

function nameOf(random: Random, isTibetan: boolean, sex: Person['sex']): Pick<Person, 'name' | 'tibetanName'> {
  if (isTibetan) {
    const [chinese, tibetan] = random.pick(tibetanNames.filter(([, , whose]) => whose === null || whose === sex))
    const name = `${chinese}·${random.pick(['示例', '样本', '演示'])}${random.pick(orders)}`
    return { name, tibetanName: random.chance(0.5) ? tibetan + tibetanExample : null }
  }
  const given = random.chance(0.01) ? rareName : random.pick(givenNames) + random.pick(orders)
  return { name: random.pick(surnames) + given, tibetanName: null }
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
function idNumberOf(random: Random, birthDate: string, sex: Person['sex']): string {
  // GB/T 2261.1: odd for men.
  const serial = String(random.int(1, 499) * 2 - (sex === '1' ? 1 : 0)).padStart(3, '0')
  const place = `99000${random.int(1, 9)}`
  const body = `${place}${birthDate.replace(/-/g, '')}${serial}`
  const sum = idWeights.reduce((s, w, i) => s + w * Number(body[i]), 0)
  return body + '10X98765432'[sum % 11]
}

/** Born so many full years before `today`. */
const birthDateOf = (random: Random, age: number, today: string): string =>
  daysAfter(`${Number(today.slice(0, 4)) - age}${today.slice(4, 8)}01`, -random.int(32, 330))

export interface PersonWishes {
  readonly today: string
  /** Full years, roughly. */
  readonly age?: number
  readonly village?: string
  readonly sex?: Person['sex']
}
export function samplePerson(random: Random, wishes: PersonWishes): Person {
  const isTibetan = random.chance(0.5)
  const birthDate = birthDateOf(random, wishes.age ?? random.int(19, 76), wishes.today)
  const sex = wishes.sex ?? random.pick(['1', '2'])
  const idNumber = idNumberOf(random, birthDate, sex)
  return {
    ...nameOf(random, isTibetan, sex),
    sex,
    ethnicity: isTibetan ? '04' : random.chance(0.15) ? '03' : '01',
    birthDate,
    idNumber,
    phone: `0941-0${String(random.int(0, 999999)).padStart(6, '0')}`,
    address: `示例乡${wishes.village ?? random.pick(villages)}${random.int(1, 6)}组${random.int(1, 60)}号`,
  }
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

export interface Company {
  readonly name: string
  readonly creditCode: string
  readonly head: string
  readonly phone: string
}
/** A company of 示例乡 with a credit code whose division part is 990001. */
export function sampleCompany(random: Random, kind: string): Company {
  const body = `91990001${Array.from({ length: 9 }, () => creditAlphabet[random.int(0, 30)]).join('')}`
  const sum = creditWeights.reduce((s, w, i) => s + w * creditAlphabet.indexOf(body[i] ?? ''), 0)
  return {
    name: `${random.pick(['示例', '样本', '演示', '样例'])}${kind}`,
    creditCode: body + creditAlphabet[(31 - (sum % 31)) % 31],
    head: `${random.pick(surnames)}${random.pick(givenNames)}`,
    phone: `0941-0${String(random.int(0, 999999)).padStart(6, '0')}`,
  }
}
