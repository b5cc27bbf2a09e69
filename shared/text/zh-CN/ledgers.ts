/** Names of ledgers, and labels of their fields, parts and form sections. */
export const ledgers = {
  system: {
    id: '内部号', revision: '版次', createdAt: '登记时间', updatedAt: '最后修改', updatedBy: '修改人', stage: '阶段', locked: '保密',
    unitName: '单位', reason: '删除原因',
  },
  dispute: {
    name: '纠纷',
    one: '一件纠纷',
    add: '登记纠纷',
    empty: '还没有登记纠纷。先登记第一件：类型、当事人、简要情况三项就能保存，其余以后再补。',
    sections: {
      registration: '登记', acceptance: '受理', mediation: '调解', agreement: '结果与协议', effect: '签署与生效', performance: '履行与回访', filing: '结案立卷',
    },
    fields: {
      committee: '调委会名称', village: '村（社区）', gridUnit: '网格', householdGroup: '联户组', externalNo: '外部编号', caseNo: '卷号',
      applicationDate: '申请日期', applicationForm: '申请方式', acceptanceDate: '受理日期', refusalReason: '不予受理理由', source: '案件来源',
      transferUnit: '移送单位', transferLetterNo: '移送函号', typeJustice: '纠纷类型', localSubtype: '本地细类', typeSocial: '综治类型',
      scale: '事件规模', difficulty: '难度', warningLevel: '预警级别', warnedOn: '预警日期', occurredOn: '发生日期', occurredAt: '发生地点',
      longitude: '经度', latitude: '纬度', peopleInvolved: '涉及人数', unitsInvolved: '涉及单位', summary: '纠纷简要情况', claims: '申请事项',
      parties: '当事人', agents: '代理人', mediators: '人民调解员', recorder: '记录人', participants: '参加人', noticeDate: '权利义务告知日期',
      noticeForm: '告知方式', openness: '是否公开', interpreter: '翻译人', interpreterLanguage: '翻译语种', scribe: '代书人', witness: '见证人',
      inquiries: '调查记录', evidence: '证据材料', sessions: '调解记录', result: '调解结果', resultDate: '结果日期', terminationReason: '终止或移送理由',
      otherRoutesToldOn: '告知其他途径日期', agreementNo: '协议编号', facts: '主要事实、争议事项', responsibilities: '各方责任', clauses: '协议条款',
      performances: '履行方式、时限', copies: '协议份数', signedByPartiesOn: '当事人签署日', signedByMediatorsOn: '调解员签名日', sealedOn: '盖章日',
      confirmationWanted: '申请司法确认', confirmationCourt: '确认法院', confirmationNo: '裁定文号', confirmationResult: '确认结果',
      performanceState: '履行状态', urgings: '督促记录', followUps: '回访记录', preventedCrimeCases: '防止民转刑（件）',
      preventedCrimePeople: '防止民转刑（人）', preventedPetitionCases: '防止群体性上访（件）', preventedPetitionPeople: '防止群体性上访（人）',
      preventedFights: '防止械斗（件）', preventedSuicides: '防止自杀（件）', policeReportedOn: '报告公安日期', policeReportedAt: '报告时间',
      policeReportedTo: '报告单位', policeReceivedBy: '接报人', closedOn: '结案日期', filedBy: '立卷人', filedOn: '立卷日期', checkedBy: '检查人',
      retention: '保管期限', pages: '总页数', box: '柜（盒）号', remarks: '备注', subsidyGrade: '补贴等级', subsidyAmount: '补贴金额',
      subsidyReviewer: '评审人', subsidyBatch: '发放批次', secrecy: '保密级别', heldBack: '暂不上报',
      partyNames: '当事人', effectiveOn: '生效日期', amountPromised: '协议金额',
    },
    parts: {
      parties: {
        one: '当事人', side: '方别', kind: '性质', name: '姓名（名称）', otherName: '别名、曾用名', tibetanName: '藏文名', sex: '性别', ethnicity: '民族',
        birthDate: '出生日期', age: '年龄', certificateKind: '证件类型', idNumber: '证件号码', creditCode: '信用代码', legalRepresentative: '法定代表人',
        legalRepresentativePost: '代表人职务', occupation: '职业或职务', phone: '联系方式', address: '单位或住址', householdAddress: '户籍地',
        capacity: '行为能力', capacityReason: '能力受限原因', needsInterpreter: '需要翻译',
      },
      agents: {
        one: '代理人', kind: '代理类型', name: '姓名', forParty: '代理哪一方', relation: '与当事人关系', certificateKind: '证件类型', idNumber: '证件号码',
        phone: '联系方式', address: '住址', powers: '代理权限', powerPage: '授权书页号',
      },
      mediators: { one: '调解员', name: '姓名', presiding: '主持' },
      participants: { one: '参加人', name: '姓名', relation: '身份或关系', consented: '经当事人同意' },
      claims: { one: '申请事项', text: '事项' },
      inquiries: {
        one: '调查', heldOn: '调查日期', place: '地点', asked: '被调查人', investigators: '调查人', recorder: '记录人', record: '记录内容',
      },
      evidence: { one: '证据', name: '证据名称', provider: '提供人', form: '原件或复印件', pages: '页数', receivedOn: '收取日期' },
      sessions: {
        one: '次调解', heldOn: '调解日期', startTime: '开始时间', endTime: '结束时间', place: '地点', record: '调解记录', result: '本次结果',
      },
      clauses: { one: '条款', text: '条款内容', confirmable: '可申请司法确认' },
      performances: {
        one: '履行', debtor: '履行人', manner: '履行方式', place: '履行地点', amount: '金额', dueOn: '履行期限', doneOn: '实际履行日', voucherPage: '凭证页号',
      },
      urgings: { one: '督促', urgedOn: '督促日期', by: '督促人', note: '督促情况' },
      followUps: { one: '回访', heldOn: '回访日期', by: '回访人', reason: '回访事由', findings: '回访情况', satisfaction: '满意度' },
    },
  },
  training: {
    name: '培训',
    one: '一场培训',
    add: '登记培训',
    empty: '还没有登记培训。先登记第一场：主题、形式、日期、对象，签到名单可以以后补。',
    sections: { session: '培训场次', attendance: '签到', notes: '内容与资料' },
    fields: {
      topic: '培训主题', form: '培训形式', heldOn: '培训日期', endsOn: '结束日期', startTime: '开始时间', endTime: '结束时间', ordinal: '本季第几次',
      teams: '对象（队伍）', place: '地点', organiser: '主办单位', lecturer: '授课人', lecturerUnit: '授课人单位', countOnly: '只有人数，无名单',
      countedPresent: '实到人数', attendances: '签到名单', summary: '内容摘要', materials: '发放资料（份）', remarks: '备注',
      year: '年度', quarter: '季度', expected: '应到', presentCount: '实到', leaveCount: '请假', absentCount: '缺席',
    },
    parts: {
      attendances: { one: '人', name: '姓名', unit: '单位（村社区、组）', post: '职务（队伍）', state: '签到', substitute: '替会人', remark: '备注' },
    },
  },
  visit: {
    name: '走访',
    one: '一场走访',
    add: '登记走访',
    empty: '还没有登记走访。先登记第一场：日期、类型、走访人员，再逐户记录。',
    sections: { outing: '走访场次', households: '逐户记录', notes: '备注' },
    fields: {
      visitedOn: '走访日期', startTime: '时间', village: '村（社区）', householdGroup: '联户组', kind: '走访类型', topic: '宣传内容', visitors: '走访人员',
      recorder: '记录人', households: '走访户', remarks: '备注',
      visitorNames: '走访人员', householdCount: '户数', peopleCount: '人次', leafletCount: '资料（份）', matterCount: '交办事项',
    },
    parts: {
      visitors: { one: '人员', name: '姓名', post: '职务' },
      households: {
        one: '户', door: '门牌（组、户）', peopleMet: '见到人数', leaflets: '发放资料（份）', request: '诉求（写事不写人）', handledOnSpot: '现场处理',
        matter: '需交办事项', matterUnit: '承办单位', matterDueOn: '办理期限', matterResult: '办理结果',
      },
    },
  },
} as const
