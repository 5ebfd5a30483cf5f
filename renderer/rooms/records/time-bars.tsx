// Bars over time: marked by dragging or by arrow keys, and then searched in.
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import type { Timeline } from '../../../shared/domain/record/facet.ts'
import { en } from '../../locale/en/search.ts'
import { translator } from '../../locale/t.ts'
import { formatPeriod } from '../../locale/time.ts'
import { barsOf, spanCount, spanQuery, type TimeSpan } from './time-span.ts'

const t = translator(en)
const HEIGHT = 100
/** A bar of a few records beside one of thousands is still seen. */
const LEAST = 3

interface Props {
  readonly timeline: Timeline
  readonly onQuery: (query: string) => void
}

/** The bars. */
export function TimeBars({ timeline, onQuery }: Props) {
  const { bars } = timeline
  const help = useId()
  const [span, setSpan] = useState<TimeSpan | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const apply = (of: TimeSpan | null) => {
    const query = of && spanQuery(timeline, of)
    if (query !== null) onQuery(query)
  }
  const at = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box || box.width === 0) return 0
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length)))
  }
  const pressed = (event: KeyboardEvent) => {
    const next = movedBy(event, span, bars.length)
    if (next === undefined) return
    event.preventDefault()
    if (next === 'apply') apply(span)
    else setSpan(next)
  }
  const words = span === null ? null : spanWords(timeline, span)
  return (
    <>
      <p className="time-words" aria-hidden="true">
        {words ?? mostWords(timeline)}
      </p>
      <div
        ref={frame}
        role="slider"
        tabIndex={0}
        aria-label={t('time')}
        aria-describedby={help}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bars.length - 1)}
        aria-valuenow={span?.end ?? 0}
        aria-valuetext={words ?? mostWords(timeline)}
        className="time-bars"
        onKeyDown={pressed}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setSpan({ anchor: at(event), end: at(event) })
        }}
        onPointerMove={(event) => {
          const end = at(event)
          const dragging = event.currentTarget.hasPointerCapture(event.pointerId)
          setSpan((before) => (dragging && before ? { ...before, end } : { anchor: end, end }))
        }}
        onPointerUp={() => apply(span)}
        onPointerLeave={(event) => event.buttons === 0 && setSpan(null)}
        onBlur={() => setSpan(null)}
      >
        <svg viewBox={`0 0 ${bars.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
          {span && <rect className="time-marked" {...markOf(span)} y={0} height={HEIGHT} />}
          {bars.map(({ on, count }, place) => {
            const height = count === 0 ? 0 : Math.max(LEAST, (count / most) * HEIGHT)
            return (
              <rect key={on} className="time-bar" x={place + 0.08} width={0.84} y={HEIGHT - height} height={height} />
            )
          })}
        </svg>
      </div>
      <p className="time-ends soft" aria-hidden="true">
        <span>{formatPeriod(bars[0]?.on ?? '')}</span>
        {bars.length > 1 && <span>{formatPeriod(bars.at(-1)?.on ?? '')}</span>}
      </p>
      <p id={help} className="visually-hidden">
        {t('timeKeys')}
      </p>
    </>
  )
}

function markOf({ anchor, end }: TimeSpan) {
  return { x: Math.min(anchor, end), width: Math.abs(end - anchor) + 1 }
}

/** Where a key leads; `apply` for Enter, undefined for keys that are not for the bars. */
function movedBy(event: KeyboardEvent, span: TimeSpan | null, bars: number): TimeSpan | null | 'apply' | undefined {
  if (event.key === 'Enter' || event.key === ' ') return span === null ? undefined : 'apply'
  if (event.key === 'Escape') return span === null ? undefined : null
  const here = span?.end ?? -1
  const to = { ArrowRight: here + 1, ArrowLeft: span === null ? bars - 1 : here - 1, Home: 0, End: bars - 1 }[event.key]
  if (to === undefined) return undefined
  const end = Math.max(0, Math.min(bars - 1, to))
  return { anchor: event.shiftKey && span !== null ? span.anchor : end, end }
}

function spanWords(timeline: Timeline, span: TimeSpan): string {
  const bars = barsOf(timeline, span)
  const from = formatPeriod(bars[0]?.on ?? '')
  const to = formatPeriod(bars.at(-1)?.on ?? '')
  const when = bars.length > 1 ? t('span', { from, to }) : from
  return t('spanCount', { when, count: spanCount(timeline, span) })
}

function mostWords({ bars }: Timeline): string {
  const [highest] = bars.toSorted((a, b) => b.count - a.count)
  return highest ? t('most', { when: formatPeriod(highest.on), count: highest.count }) : ''
}
