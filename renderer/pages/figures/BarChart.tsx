import { BarChart as Bars } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { accent } from '../../theme.ts'

use([Bars, GridComponent, TooltipComponent, AriaComponent, CanvasRenderer])

export interface Bar {
  readonly label: string
  readonly value: number
}
interface Props {
  readonly label: string
  readonly bars: readonly Bar[]
  /** Called with the place of the bar that was clicked. */
  readonly onOpen: (index: number) => void
}

/** Ink enough on white paper; the strokes tell bars from their background without colour. */
const decal = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -Math.PI / 4,
  color: 'rgba(255,255,255,0.45)',
}

const optionsOf = (label: string, bars: readonly Bar[], fontFamily: string) => ({
  // The window has no motion anywhere.
  animation: false,
  aria: { enabled: true, label: { description: label } },
  textStyle: { fontFamily },
  grid: { left: 8, right: 12, top: 24, bottom: 8, containLabel: true },
  // An html tooltip writes style attributes, which the content security policy refuses.
  tooltip: { renderMode: 'richText' as const, trigger: 'axis' as const, axisPointer: { type: 'shadow' as const } },
  xAxis: {
    type: 'category' as const,
    data: bars.map((b) => b.label),
    axisTick: { show: false },
    axisLabel: { hideOverlap: true },
  },
  yAxis: { type: 'value' as const, minInterval: 1 },
  series: [
    {
      type: 'bar' as const,
      name: label,
      barMaxWidth: 46,
      itemStyle: { color: accent, decal },
      label: { show: bars.length <= 24, position: 'top' as const },
      data: bars.map((b) => b.value),
    },
  ],
})

/** Bars of one figure; the table beside it carries the same numbers. */
export function BarChart({ label, bars, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const opened = useRef(onOpen)
  opened.current = onOpen
  useEffect(() => {
    if (box.current === null) return
    const made = init(box.current, null, { renderer: 'canvas' })
    made.on('click', ({ dataIndex }) => opened.current(dataIndex))
    chart.current = made
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(optionsOf(label, bars, getComputedStyle(document.body).fontFamily), { notMerge: true })
  }, [label, bars])
  return <div className="figure-chart" role="img" aria-label={label} ref={box} />
}
