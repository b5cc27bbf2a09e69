/** Words of the `demo` command. */
export const demo = {
  steps: {
    setUp: '建立三个登记簿：示例乡、上级司法局、上级综治中心',
    enter: '登记纠纷、名册、培训、走访，编号，制作并生效协议',
    papers: '保存协议书',
    cards: '交换单位登记卡，核对核对码',
    firstRound: '第一次报送：封装、核对、导入、回执',
    changes: '改动、加密、删除、新登记',
    secondRound: '第二次报送',
    check: '逐行核对上级所存与应报内容',
  },
  done: '{seconds} 秒',
  summary: `演示完成：{folder}
纠纷 {cases} 件，名册 {posts} 条，培训 {trainings} 场，走访 {visits} 场；生效协议 {agreements} 份，协议书 PDF {papers} 份
{books}
用时 {seconds} 秒`,
  book: '{name}：报送 {files} 次共 {bytes} 字节，上级存 {rows} 行，已收第 {no} 号',
  books: { mediation: '调解台账', teams: '队伍台账' },
} as const
