/**
 * What the product never holds of a person or a household (domain 0, 5.8, 8.2), by the beginnings of its words. Chinese
 * is looked for anywhere in a text; English in words and names cut at their capitals and underscores.
 */
const chinese = [
  ...['情报', '线索', '信息费', '举报人', '管控', '重点人', '重点户', '重点对象', '特殊人群', '人员类别', '涉稳'],
  ...['政治面貌', '党员', '党籍', '宗教', '信仰', '信教', '教派', '一票否决', '计生', '计划生育', '超生'],
  ...['积分', '风险评分', '风险等级', '信用分', '信用等级', '户评级', '前科', '吸毒', '刑满', '社区矫正', '民族'],
] as const
const english = [
  ...['intelligence', 'informant', 'informer', 'tipoff', 'watchlist', 'watchedperson', 'blacklist', 'surveil'],
  ...['keyperson', 'focusperson', 'specialperson', 'persontype', 'personcategor', 'personcontrol', 'stabilitycontrol'],
  ...['politic', 'partymember', 'communist', 'religio', 'belief', 'faith', 'sect', 'veto', 'familyplanning'],
  ...['birthcontrol', 'riskscore', 'risklevel', 'riskrank', 'creditscore', 'socialcredit', 'personscore'],
  ...['householdscore', 'criminalrecord', 'drugabuse', 'ethnic'],
] as const

/** `birth_control`, `birthControl`, `Birth control` → `birthcontrol`, and each word's beginning. */
function runsOf(text: string): readonly string[] {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return words.map((_, i) => words.slice(i, i + 3).join(''))
}
/** Words that only begin like a forbidden one. */
const innocent = /^(section|sector)/

export interface Named {
  /** Where it stands, such as `dispute.parties.ethnicity` or `zh-CN.help.3.text`. */
  readonly at: string
  readonly text: string
}
export interface Found extends Named {
  readonly stem: string
}

/** Every forbidden word in these names and texts. */
export function forbiddenIn(names: readonly Named[]): readonly Found[] {
  return names.flatMap(({ at, text }) => {
    const runs = runsOf(text).filter((run) => !innocent.test(run))
    const stems = [
      ...chinese.filter((stem) => text.includes(stem)),
      ...english.filter((stem) => runs.some((run) => run.startsWith(stem))),
    ]
    return stems.map((stem) => ({ at, text, stem }))
  })
}

/** Every key and every text of a tree, with its path. */
export function namesOf(at: string, tree: unknown): readonly Named[] {
  if (typeof tree === 'string') return [{ at, text: tree }]
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, value]) => [
    ...(Array.isArray(tree) ? [] : [{ at: `${at}.${key}`, text: key }]),
    ...namesOf(`${at}.${key}`, value),
  ])
}
