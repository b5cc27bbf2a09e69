/** The papers of a case beside its form, and blank forms of no case. */
export const paperDesk = {
  stages: { acceptance: '受理', mediation: '调解', agreement: '协议与履行', filing: '立卷' },
  stageCount: '{stage}（{count}）',
  none: '这个阶段还没有要打印的文书。',
  print: '打印',
  printCopy: '打印副本',
  fillIn: '去填',
  more: '其他',
  draft: '草稿',
  blank: '空白表',
  lacks: '还缺：{fields}',
  ready: '可以打印',
  frozen: '已生效',
  onFile: '原件已在卷',
  toDossier: '打开本案卷宗',
  toBlanks: '打印别的空白表',
  /** What tells one paper from another of its kind. */
  parts: {
    nthSession: '第{n}次 {date}',
    extension: '至 {date}',
    nthSupplement: '第{n}份',
    receipt: '{amount}元 {name}',
    named: '{name} {date}',
  },
  /** Blank forms of no case. */
  blanks: {
    title: '空白表',
    intro:
      '下乡调解前，在这里把要带的空白表一次打好：填各打几份，再点“预览并打印”。空白表不带任何人的信息；手填以后再录入。',
    committee: '调委会',
    unit: '份',
    clear: '全部归零',
    show: '预览并打印（{count} 份）',
    tooMany: '一次最多 {most} 份，请分两次打。',
  },
} as const
