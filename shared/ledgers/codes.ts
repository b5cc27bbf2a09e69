/** Code lists of the field. Labels are in the text files under `codes.<list>.<code>`. */

/** 司法行政 18 types (domain 3.1), in sheet order. */
export const justiceTypes = [
  'family',
  'neighbour',
  'housing',
  'contract',
  'production',
  'damages',
  'landAndForest',
  'expropriation',
  'pollution',
  'migrantWages',
  'otherLabour',
  'tourism',
  'onlineTrade',
  'otherConsumer',
  'medical',
  'traffic',
  'propertyService',
  'other',
] as const

/** 综治 side, 16 types (domain 3.2). */
export const socialTypes = [
  'marriageAndFamily',
  'neighbour',
  'personality',
  'propertyRights',
  'tort',
  'contract',
  'labour',
  'lending',
  'landAndResources',
  'otherCivil',
  'urbanDevelopment',
  'civilAffairs',
  'otherEnforcement',
  'litigation',
  'discipline',
  'other',
] as const

/** Detailed sources (domain 3.3); the paper prints only 当事人申请 or 主动调解. */
export const caseSources = [
  'committee',
  'application',
  'court',
  'procuratorate',
  'police',
  'petitionOffice',
  'otherDepartment',
  'government',
  'superior',
] as const

export const scales = ['individual', 'group', 'majorGroup'] as const
export const difficulties = ['simple', 'general', 'complex'] as const
export const warningLevels = ['red', 'yellow', 'blue'] as const
export const results = [
  'written',
  'oral',
  'failed',
  'refused',
  'withdrawn',
  'transferred',
  'terminated',
  'calmed',
] as const
export const performanceStates = ['notDue', 'done', 'partly', 'notDone'] as const
export const sides = ['applicant', 'respondent', 'thirdParty'] as const
export const partyKinds = ['person', 'company', 'organisation'] as const
/** GB/T 2261.1. */
export const sexes = ['0', '1', '2', '9'] as const
/** GB/T 3304. */
export const ethnicities = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
  '23',
  '24',
  '25',
  '26',
  '27',
  '28',
  '29',
  '30',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '38',
  '39',
  '40',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '47',
  '48',
  '49',
  '50',
  '51',
  '52',
  '53',
  '54',
  '55',
  '56',
] as const
export const certificateKinds = ['idCard', 'household', 'passport', 'residence', 'creditCode', 'other'] as const
export const capacities = ['full', 'limited', 'none'] as const
export const agentKinds = ['legal', 'entrusted'] as const
export const secrecies = ['normal', 'minor', 'domesticViolence', 'sexualHarm', 'private'] as const
export const retentions = ['short', 'long', 'permanent'] as const
export const sessionResults = ['agreed', 'failed', 'toContinue'] as const
export const openness = ['open', 'closed'] as const
export const applicationForms = ['written', 'oral'] as const
export const noticeForms = ['written', 'oral'] as const
export const copyKinds = ['original', 'copy'] as const
export const confirmResults = ['confirmed', 'rejected', 'withdrawn'] as const
export const satisfactions = ['satisfied', 'fair', 'unsatisfied'] as const
/** The 15 types of the older monthly table (domain 3.1), in its order. */
export const olderTypes = [
  'family',
  'neighbour',
  'housing',
  'contract',
  'production',
  'damages',
  'landAndForest',
  'expropriation',
  'pollution',
  'labour',
  'consumer',
  'medical',
  'traffic',
  'propertyService',
  'other',
] as const
export const refusalGrounds = ['specialOrgan', 'forbidden', 'takenElsewhere', 'settled', 'other'] as const
export const attendantKinds = ['interpreter', 'scribe', 'witness'] as const
export const confirmBars = ['identity', 'ownership', 'outsideCourt', 'unclear'] as const

/** 委员 is elected, 聘任 appointed by the committee (人民调解法 13). */
export const mediatorPosts = ['member', 'appointed'] as const
/** 职务 in a committee (人民调解法 8). */
export const committeeDuties = ['chair', 'viceChair', 'member'] as const

/** The five teams of the 141 model (domain 0). */
export const teams = ['household', 'vehicle', 'street', 'building', 'shop'] as const
export const trainingForms = ['classroom', 'meeting', 'area', 'handbook', 'oneToOne', 'oneToMany'] as const
export const attendanceStates = ['present', 'substitute', 'leave', 'absent'] as const
export const visitKinds = ['routine', 'publicity', 'condolence', 'needs'] as const
/** 选配方式 and spoken languages of a team's roster (domain 5.1). */
export const selectionWays = ['recommended', 'elected', 'appointed'] as const
export const languages = ['chinese', 'tibetan'] as const
/** 值班 at a desk, 巡逻 along a route (domain 5.6). */
export const dutyKinds = ['duty', 'patrol'] as const
/** 区划 from the top down, and the 行业主管部门 that stand beside it (domain 0, 6.3). */
export const placeLevels = [
  'city',
  'township',
  'street',
  'village',
  'community',
  'grid',
  'group',
  'department',
] as const
