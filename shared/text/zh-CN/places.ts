/** 区划与单位: choosing a name, the list's own page. */
export const places = {
  choice: {
    merged: '{value}（已并入{now}，{year}年）',
    closed: '{value}（{year}年撤销）',
    former: '{value}（现为{now}）',
  },
  load: {
    act: '载入合作市十个乡镇街道',
    done: '已载入 {count} 个，可以接着登记村（社区）。',
    none: '十个乡镇街道都已经在名单里。',
  },
} as const
