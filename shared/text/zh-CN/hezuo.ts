/** Words of the `sample` command. */
export const hezuo = {
  steps: {
    enter: '建立登记簿，登记名册、培训、走访',
    seal: '交换单位登记卡，封装报送文件',
    merge: '导入各单位报送文件',
    receipts: '写回执，各单位收回执',
    count: '按收到的内容统计',
  },
  done: '{who}：{step} … {seconds} 秒',
  summary: `样本完成：{units} 个单位，在任 {posts} 人（{byTeam}），离任 {left} 人
培训 {trainings} 场 {attendances} 人次，走访 {outings} 场 {households} 户次
报送文件 {handovers} 个共 {bytes} 字节；用时 {seconds} 秒`,
  open: `在窗口里看上级登记簿：npm start -- --data {folder}
用户：{user}　密码：{password}（样本密码，不是秘密）`,
} as const
