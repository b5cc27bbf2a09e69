/**
 * Words offices write above their columns and into their cells beside those of this program. One table: what is missing
 * here is matched once by hand and remembered.
 */

/** Words of a column, by the field's name, in whatever ledger or list it stands. */
export const columnSynonyms: Readonly<Record<string, readonly string[]>> = {
  // people
  name: [
    '姓名',
    '名字',
    '人员姓名',
    '参训人员',
    '参训人',
    '参会人员',
    '学员姓名',
    '联户长',
    '联户长姓名',
    '户长姓名',
    '楼户长姓名',
    '联铺长姓名',
    '联车长姓名',
    '联防长姓名',
    '队员姓名',
  ],
  sex: ['性别'],
  birthDate: ['出生日期', '出生年月', '出生年月日', '出生时间', '生日'],
  idNumber: ['身份证号', '身份证号码', '身份证', '公民身份号码', '公民身份证号码', '证件号码', '身份证编号'],
  phone: ['电话', '联系电话', '电话号码', '手机', '手机号', '手机号码', '联系方式', '联系手机'],
  languages: ['语言', '双语能力', '语言能力', '会何语言'],
  otherName: ['别名', '曾用名'],
  tibetanName: ['藏文名', '藏文姓名'],
  // groups and places
  team: ['队伍', '队伍类别', '队伍类型', '类别', '所属队伍'],
  groupNo: ['组号', '组别', '组编号', '联户组号', '分组编码', '组序号'],
  groupName: ['组名', '联防分组名称', '分组名称', '联户组名称', '小组名称', '村民小组'],
  size: ['户数', '联户数', '管辖户数', '所辖户数', '铺数', '店铺数', '车辆数', '楼栋数', '人数'],
  township: ['乡镇', '乡镇街道', '所属乡镇', '所属乡镇街道', '街道', '乡', '镇'],
  village: ['村', '村社区', '行政村', '所属村', '所属村社区', '村名', '村居', '社区'],
  grid: ['网格', '所属网格', '网格名称', '网格编号'],
  department: ['行业主管部门', '主管部门', '主管单位', '行业部门'],
  community: ['街道社区', '所属社区', '所在社区', '社区居委会'],
  policeStation: ['派出所', '辖区派出所', '所属派出所'],
  company: ['公司', '所属公司', '车辆公司', '公司名称'],
  shopName: ['店铺', '店铺名称', '商铺名称', '店名', '铺面名称'],
  creditCode: ['统一社会信用代码', '信用代码', '社会信用代码'],
  building: ['楼栋', '小区', '小区楼栋', '楼栋单元', '所在楼栋'],
  roadSection: ['路段', '责任路段', '清扫路段'],
  selectedOn: [
    '选配日期',
    '选配时间',
    '任职时间',
    '任职日期',
    '聘任时间',
    '聘用时间',
    '上岗时间',
    '入职时间',
    '担任时间',
    '选聘时间',
  ],
  selectionWay: ['选配方式', '产生方式', '选任方式'],
  approvedBy: ['批准单位', '审批单位'],
  leftOn: ['离任日期', '离任时间', '更换时间', '更换日期', '离职时间', '退出时间'],
  leavingReason: ['离任原因', '更换原因', '离职原因', '离任更换原因'],
  // trainings
  topic: ['主题', '培训主题', '培训内容', '培训名称', '会议名称', '培训题目', '宣传内容', '走访内容'],
  form: ['形式', '培训形式', '培训方式'],
  heldOn: ['日期', '时间', '培训日期', '培训时间', '会议时间', '会议日期'],
  teams: ['对象', '培训对象', '参训队伍', '参训对象', '参加队伍'],
  place: ['地点', '培训地点', '会议地点'],
  organiser: ['主办单位', '组织单位', '举办单位', '承办单位'],
  lecturer: ['授课人', '主讲人', '讲师', '授课老师'],
  lecturerUnit: ['授课单位', '授课人单位', '讲师单位'],
  countedPresent: ['实到', '实到人数', '参训人数', '培训人数', '参加人数', '参会人数'],
  materials: ['资料份数', '发放资料', '发放资料份数', '资料发放份数', '发放宣传资料', '宣传资料'],
  summary: ['内容摘要', '主要内容'],
  unit: ['单位', '所在单位', '工作单位', '村社区组', '单位村社区组'],
  post: ['职务', '职务队伍', '队伍类别', '身份'],
  state: ['签到', '签到情况', '出勤', '出勤情况', '到会情况', '考勤'],
  substitute: ['替会人', '代会人', '代签人', '替会'],
  // visits
  visitedOn: ['日期', '时间', '走访日期', '走访时间', '入户日期', '入户时间'],
  householdGroup: ['联户组', '组别', '小组', '走访组'],
  kind: ['类型', '走访类型', '走访类别'],
  visitors: ['走访人', '走访人员', '走访人姓名', '走访干部', '入户人员'],
  recorder: ['记录人', '填表人'],
  door: ['门牌', '户', '户主', '门牌号', '住户', '走访户', '户主姓名', '走访对象', '地点户', '户名'],
  peopleMet: ['见到人数', '走访人数', '见面人数', '家中人数'],
  leaflets: ['发放资料', '发放资料份数', '资料份数', '宣传单', '发放宣传单', '宣传资料'],
  request: ['诉求', '群众诉求', '反映问题', '反映事项', '意见建议', '诉求建议'],
  handledOnSpot: ['现场处理', '现场处理情况', '处理情况', '答复情况'],
  matter: ['交办事项', '需交办事项', '待办事项'],
  matterUnit: ['承办单位', '责任单位', '交办单位'],
  matterDueOn: ['办理期限', '办结期限', '完成时限', '期限'],
  matterResult: ['办理结果', '办结情况', '办理情况'],
  countedHouseholds: ['户数', '户次', '走访户数', '入户数'],
  countedPeople: ['人次', '走访人次', '见到人次'],
  countedLeaflets: ['份数', '资料份数', '发放份数'],
  remark: ['备注', '说明'],
  remarks: ['备注', '说明', '其他'],
}

/** Columns that number the rows of a sheet; never read. */
export const ordinalWords: ReadonlySet<string> = new Set(['序号', '序', '行号', 'no', 'no.', '№', '顺序号'])
/** Columns that may say which rows belong to one record. */
export const recordWords: ReadonlySet<string> = new Set(['记录号', '编号', '场次', '场次号', '次序'])
/** Of those, the one our own exports have: it always says so. */
export const recordColumn = '记录号'

/** Heads the column of a problems file that says what is wrong; never read. */
export const problemColumn = '问题（改好后可以再导入）'

/** Words of a code, by list, without blanks and in small letters. */
export const codeSynonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  team: {
    ...{ 十户联防: 'household', 户长: 'household', 联户: 'household', 联户长队伍: 'household' },
    ...{ 十车联防: 'vehicle', 车长: 'vehicle', 联车: 'vehicle', 出租车: 'vehicle' },
    ...{ 十人联防: 'street', 联防: 'street', 环卫: 'street', 联防员: 'street' },
    ...{ 十组联防: 'building', 楼长: 'building', 楼栋长: 'building', 楼户: 'building' },
    ...{ 十铺联防: 'shop', 铺长: 'shop', 联铺: 'shop', 商铺: 'shop' },
  },
  sex: { 男性: '1', 女性: '2', m: '1', f: '2' },
  selectionWay: {
    群众推荐: 'recommended',
    组织推荐: 'recommended',
    选任: 'elected',
    推选: 'elected',
    聘用: 'appointed',
    指定: 'appointed',
  },
  language: { 汉: 'chinese', 汉语言: 'chinese', 普通话: 'chinese', 藏: 'tibetan', 藏语言: 'tibetan' },
  trainingForm: {
    ...{ 集中培训: 'classroom', 集中授课: 'classroom', 集中: 'classroom', 授课: 'classroom', 讲座: 'classroom' },
    ...{ 会议: 'meeting', 以会代训形式: 'meeting', 分片: 'area', 分片授课: 'area' },
    ...{
      印发手册: 'handbook',
      发放手册: 'handbook',
      印发业务手册: 'handbook',
      印发政策法规及业务手册: 'handbook',
      发放资料: 'handbook',
    },
    ...{ '1对1': 'oneToOne', '1对多': 'oneToMany' },
  },
  attendanceState: {
    ...{
      到: 'present',
      到会: 'present',
      已到: 'present',
      出勤: 'present',
      签到: 'present',
      参加: 'present',
      是: 'present',
    },
    ...{ '√': 'present', '✓': 'present', '✔': 'present', v: 'present', '1': 'present' },
    ...{ 替: 'substitute', 替会: 'substitute', 代: 'substitute', 代会: 'substitute', 代签: 'substitute' },
    ...{ 假: 'leave', 事假: 'leave', 病假: 'leave', 请假未到: 'leave', '△': 'leave' },
    ...{
      缺: 'absent',
      未到: 'absent',
      缺勤: 'absent',
      旷会: 'absent',
      否: 'absent',
      '×': 'absent',
      '✗': 'absent',
      x: 'absent',
    },
  },
  visitKind: {
    ...{
      日常: 'routine',
      日常走访: 'routine',
      了解需求: 'needs',
      政策宣传: 'publicity',
      入户走访: 'routine',
      宣传: 'publicity',
      入户宣传: 'publicity',
      政策法规宣传: 'publicity',
    },
    ...{ 慰问走访: 'condolence', 节日慰问: 'condolence', 问需: 'needs', 问需走访: 'needs', 了解诉求: 'needs' },
  },
}

export const yesWords: ReadonlySet<string> = new Set([
  '是',
  '有',
  '已',
  '对',
  '√',
  '✓',
  '✔',
  'y',
  'yes',
  'true',
  '1',
  't',
])
export const noWords: ReadonlySet<string> = new Set([
  '否',
  '无',
  '未',
  '没有',
  '×',
  '✗',
  'x',
  'n',
  'no',
  'false',
  '0',
  'f',
])
