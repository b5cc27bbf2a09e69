import { Button, Input } from 'antd'
import { useState } from 'react'
import { namedPeriod, namedPeriods, type Period, writtenPeriod } from '../../../shared/rules/figures.ts'
import { typedDate } from '../../../shared/rules/typedDate.ts'
import { localToday } from '../../format.ts'
import { goInstead } from '../../route.ts'
import { t } from '../../text.ts'

const words = t.figures

/** 本季, 上季, 本年, 去年, 全部 with one press; any other days typed. */
export function PeriodChooser({ period }: { readonly period: Period }) {
  const today = localToday()
  const written = writtenPeriod(period)
  const named = namedPeriods.map((name) => ({ name, at: writtenPeriod(namedPeriod(name, today)) }))
  const isNamed = named.some((n) => n.at === written)
  const [typing, setTyping] = useState(!isNamed)
  const show = (at: string) => {
    setTyping(false)
    goInstead('figures', at)
  }
  return (
    <fieldset className="plain row" aria-label={words.period}>
      {named.map(({ name, at }) => (
        <Button
          key={name}
          size="small"
          type={at === written && !typing ? 'primary' : 'default'}
          aria-pressed={at === written && !typing}
          onClick={() => show(at)}
        >
          {words.periods[name]}
        </Button>
      ))}
      <Button size="small" type={typing ? 'primary' : 'default'} aria-pressed={typing} onClick={() => setTyping(true)}>
        {words.periods.own}
      </Button>
      {typing && <OwnPeriod key={written} period={period} />}
    </fieldset>
  )
}

function OwnPeriod({ period }: { readonly period: Period }) {
  const today = localToday()
  const [from, setFrom] = useState(period.from ?? '')
  const [until, setUntil] = useState(period.until ?? '')
  const [wrong, setWrong] = useState(false)
  const apply = () => {
    const day = (typed: string) => (typed.trim() === '' ? null : typedDate(typed, today))
    const found = { from: day(from), until: day(until) }
    const missed = (from.trim() !== '' && found.from === null) || (until.trim() !== '' && found.until === null)
    const backwards = found.from !== null && found.until !== null && found.until < found.from
    setWrong(missed || backwards)
    if (!missed && !backwards) goInstead('figures', writtenPeriod(found))
  }
  return (
    <>
      {(
        [
          [words.from, from, setFrom],
          [words.until, until, setUntil],
        ] as const
      ).map(([label, value, set]) => (
        <Input
          key={label}
          className="figure-day"
          size="small"
          aria-label={label}
          placeholder={label}
          value={value}
          status={wrong ? 'error' : ''}
          onChange={(e) => set(e.target.value)}
          onPressEnter={apply}
        />
      ))}
      <Button size="small" onClick={apply}>
        {words.apply}
      </Button>
      {wrong && (
        <span className="warn-words" role="alert">
          {words.wrongDay}
        </span>
      )}
    </>
  )
}
