import type { LoanRow, OpenCase, TakeoverView } from '../../../shared/contract/turnover.ts'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { hrefOf } from '../../route.ts'
import { codeLabel, fieldLabel, fill, t } from '../../text.ts'

const words = t.turnover

const caseLink = (row: { readonly id: string; readonly title: string }) => (
  <a href={hrefOf('dispute', row.id)}>{row.title || t.ledgers.dispute.one}</a>
)
const nextWords = ({ next }: OpenCase): string =>
  next === null ? '' : [next.dueOn, t.clocks.kinds[next.kind].name, next.what].filter(Boolean).join(' ')

export function CaseTable({ view }: { readonly view: TakeoverView }) {
  const clocks = view.cases.reduce((sum, c) => sum + c.clocks, 0)
  return (
    <>
      <PlainTable
        label={words.tabs.cases}
        columns={[
          { key: 'caseNo', title: words.cases.caseNo, value: (r) => r.caseNo ?? t.secrecy.unnumbered },
          { key: 'title', title: words.cases.title, value: caseLink },
          { key: 'stage', title: words.cases.stage, value: (r) => codeLabel('stage', r.stage) },
          { key: 'mediators', title: words.cases.mediators, value: (r) => r.mediators },
          { key: 'next', title: words.cases.next, value: nextWords },
        ]}
        rows={view.cases}
        keyOf={(r) => r.id}
        empty={words.cases.empty}
      />
      {clocks > 0 && <p className="quiet">{fill(words.cases.clocks, { count: clocks })}</p>}
      {view.lockedCases > 0 && <p>{fill(words.cases.locked, { count: view.lockedCases })}</p>}
    </>
  )
}

export function NumberTable({ view }: { readonly view: TakeoverView }) {
  return (
    <PlainTable
      label={words.tabs.numbers}
      columns={[
        { key: 'committee', title: words.numbers.committee, value: (r) => r.committee },
        { key: 'year', title: words.numbers.year, value: (r) => r.year, numeric: true },
        { key: 'series', title: words.numbers.series, value: (r) => fieldLabel('dispute', r.series) },
        { key: 'number', title: words.numbers.last, value: (r) => r.number },
      ]}
      rows={view.numbers}
      keyOf={(r) => `${r.series} ${r.committee} ${r.year}`}
      empty={words.numbers.empty}
    />
  )
}

export function BoxTable({ view }: { readonly view: TakeoverView }) {
  return (
    <>
      <PlainTable
        label={words.tabs.dossiers}
        columns={[
          { key: 'box', title: words.dossiers.box, value: (r) => r.box ?? words.dossiers.noBox },
          { key: 'dossiers', title: words.dossiers.count, value: (r) => r.dossiers, numeric: true },
          { key: 'first', title: words.dossiers.first, value: (r) => r.first ?? '' },
          { key: 'last', title: words.dossiers.last, value: (r) => r.last ?? '' },
        ]}
        rows={view.boxes}
        keyOf={(r) => r.box ?? ''}
        empty={words.dossiers.empty}
      />
      {view.lockedDossiers > 0 && <p>{fill(words.dossiers.locked, { count: view.lockedDossiers })}</p>}
    </>
  )
}

const dueWords = ({ dueOn, daysLate }: LoanRow) => {
  if (dueOn === null) return words.loans.noDay
  if (daysLate === 0) return dueOn
  return <strong className="warn-words">{`${dueOn} ${fill(words.loans.late, { days: daysLate })}`}</strong>
}

/** 借阅登记: dossiers out of the house, those that are late first. */
export function LoanTable({ loans }: { readonly loans: readonly LoanRow[] }) {
  return (
    <PlainTable
      label={words.tabs.loans}
      columns={[
        { key: 'caseNo', title: words.cases.caseNo, value: (r) => r.caseNo ?? t.secrecy.unnumbered },
        { key: 'title', title: words.cases.title, value: caseLink },
        { key: 'borrower', title: words.loans.borrower, value: (r) => r.borrower },
        { key: 'unit', title: words.loans.unit, value: (r) => r.unit ?? '' },
        { key: 'lentOn', title: words.loans.lentOn, value: (r) => r.lentOn ?? '' },
        { key: 'dueOn', title: words.loans.dueOn, value: dueWords },
      ]}
      rows={loans}
      keyOf={(r, i) => `${r.id} ${i}`}
      empty={words.loans.empty}
    />
  )
}
