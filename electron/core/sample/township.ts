import { samplePassword } from '../../../shared/rules/sample.ts'

/** 示例乡: a place that does not exist. Its codes begin with 99, a province part nobody has (domain 6.1). */
export const township = {
  unitName: '示例乡',
  unitCode: '990001',
  committee: '示例乡人民调解委员会',
  caseNoPattern: '示例人调字〔{年}〕第{序号}号',
  agreementNoPattern: '示例人调协字〔{年}〕第{序号}号',
} as const

export const villages = [
  '示例一村',
  '示例二村',
  '示例三村',
  '示例四村',
  '示例五村',
  '示例六村',
  '示例七村',
  '示例八村',
  '示例九村',
] as const

export const mediators = ['王样本', '张示例', '才让·示例', '李演示'] as const
export const recorders = ['赵样例', '卓玛·样本'] as const

/** In office for all the sample's days, whatever today is. */
export const mediatorList = mediators.map((name, i) => ({
  name,
  post: i < 2 ? ('member' as const) : ('appointed' as const),
  committee: '',
  duty: i === 0 ? ('chair' as const) : i === 1 ? ('member' as const) : null,
  sex: null,
  fullTime: i === 0,
  from: '2020-01-01',
  until: null,
}))

/** The user of a sample register. */
export const sampleUser = { name: '演示用户', password: samplePassword } as const
