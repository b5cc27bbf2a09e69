/** 培训记录: one page of what happened, for the file behind the 签到表. */
import { present, type TrainingData } from '../../../shared/ledgers/training.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import { formTable } from './formTable.ts'
import { signatureLines } from './listSheet.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { sheet } from './sheet.ts'

export interface TrainingRecordInput {
  readonly data: TrainingData
  readonly when: string
  readonly organiser: string
  readonly on: string
  readonly sample: boolean
}

export const trainingRecordTitle = '培训记录'

/** Not known yet: room to write by hand. */
const count = (value: number | null, word: string): string => (value === null ? '' : `${value}${word}`)

/** 应到, 实到 and who was not there; a head count says that it is one. */
function attendanceWords(d: TrainingData): string {
  if (d.form === 'handbook') return '印发手册，不记到场。'
  if (d.countOnly === true) return `实到${present(d)}人（只有人数，无名单）`
  if (d.attendances.every((a) => a.state === null)) return ''
  const of = (state: string) => d.attendances.filter((a) => a.state === state)
  const names = (state: string) => {
    const found = of(state).flatMap((a) => a.name ?? '')
    return found.length === 0 ? '' : `（${found.join('、')}）`
  }
  return [
    `应到${d.attendances.length}人，实到${present(d)}人`,
    of('substitute').length > 0 ? `，其中替会${of('substitute').length}人` : '',
    `；请假${of('leave').length}人${names('leave')}；缺席${of('absent').length}人${names('absent')}。`,
  ].join('')
}

export function trainingRecord({ data: d, when, organiser, on, sample }: TrainingRecordInput): PaperDefinition {
  const teams = (d.teams ?? []).map((team) => codes.team[team]).join('、')
  const units = d.audiences.flatMap((a) => a.unit ?? '').join('、')
  const copies = [count(d.materials, '份'), d.materialsSigned === null ? '' : `签收${d.materialsSigned}份`]
  return sheet({
    title: trainingRecordTitle,
    on,
    headRight: d.topic ?? '',
    mark: sample ? '演示样张　不得入卷' : null,
    content: [
      { text: trainingRecordTitle, font: 'title', fontSize: 20, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
      formTable(
        [
          [{ label: '培训主题', value: d.topic ?? '' }],
          [
            { label: '培训形式', value: d.form === null ? '' : codes.trainingForm[d.form] },
            { label: '本季第几次', value: count(d.ordinal, '') },
          ],
          [{ label: '时间', value: when }],
          [
            { label: '地点', value: d.place ?? '' },
            { label: '主办单位', value: organiser },
          ],
          [
            { label: '授课人', value: d.lecturer ?? '' },
            { label: '授课人单位', value: d.lecturerUnit ?? '' },
          ],
          [{ label: '对象', value: units === '' ? teams : `${teams}（${units}）` }],
          [{ label: '到场情况', value: attendanceWords(d), height: 60 }],
          [{ label: '发放资料', value: copies.filter(Boolean).join('，') }],
          [{ label: '内容摘要', value: d.summary ?? '', height: 220 }],
          [{ label: '备注', value: d.remarks ?? '', height: 40 }],
        ],
        'dense',
      ),
      signatureLines(['记录人', '主办单位负责人']),
    ],
  })
}
