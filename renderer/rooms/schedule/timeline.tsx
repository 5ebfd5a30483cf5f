// The series as lines in time: made, cutoff, kept, what happens then. Each line says the same in words.
import { useMemo } from 'react'
import { type RetentionLine, retentionLine } from '../../../shared/domain/retention/line.ts'
import { termWords } from '../../../shared/domain/retention/words.ts'
import { compileSchedule } from '../../../shared/domain/schedule/schedule.ts'
import type { Series } from '../../../shared/domain/schedule/series.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { retentionLaw } from '../../../shared/law/retention.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, todayIn } from '../../locale/time.ts'
import { type Scale, scaleOf } from './scale.ts'
import type { ShownSchedule } from './shown.ts'
import { EndMark, LineMarks } from './timeline-marks.tsx'

const t = translator(en)

interface Props {
  readonly shown: ShownSchedule
  /** The series that are shown, of those of the schedule. */
  readonly rows: readonly Series[]
}

/** The timeline. */
export function Timeline({ shown, rows }: Props) {
  const today = LocalDate.parse(todayIn(useVault().summary.zone))
  const compiled = useMemo(() => compileSchedule(shown.schedule, () => []), [shown.schedule])
  const lines = rows.map((series) => ({ series, line: retentionLine(compiled, series.code, today, retentionLaw) }))
  const ends = lines.flatMap(({ line }) => (line.kind === 'endless' ? [] : [line.end]))
  const scale = scaleOf([today, ...ends])
  return (
    <section className="timeline" aria-label={t('view.timeline')}>
      <p className="soft">{t('timelineAbout', { day: formatDay(today) })}</p>
      <Key />
      <Axis scale={scale} />
      <ol>
        {lines.map(({ series, line }) => {
          const term = compiled.terms.get(series.code)?.term
          const words = term ? termWords(term) : ''
          return (
            <li key={series.code} className="timeline-line">
              <span className="timeline-name">
                <strong>
                  <bdi>{series.code}</bdi>
                </strong>{' '}
                <bdi>{series.title}</bdi>
              </span>
              <svg className="timeline-drawing" role="img" aria-label={sentence(series, line, today, words)}>
                <Ticks scale={scale} />
                <LineMarks line={line} today={today} scale={scale} />
              </svg>
              <span className="timeline-words soft">{words}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function sentence({ title }: Series, line: RetentionLine, today: string, words: string): string {
  if (line.kind === 'endless') return t('line.endless', { title, words })
  if (line.kind === 'event') return t('line.event', { title, trigger: line.trigger, words })
  const days = { today: formatDay(today), start: formatDay(line.start), end: formatDay(line.end) }
  return t('line.dated', { title, ...days, outcome: t(`key.${line.disposition}`) })
}

function Axis({ scale }: { readonly scale: Scale }) {
  return (
    <div className="timeline-line axis">
      <span className="timeline-name" />
      <svg
        className="timeline-drawing"
        role="img"
        aria-label={t('axis', { from: String(scale.from), to: String(scale.to) })}
      >
        {scale.ticks.map((year) => (
          <text
            key={year}
            x={`${scale.at(`${year}-01-01`)}%`}
            y="14"
            textAnchor={year === scale.from ? 'start' : year === scale.to ? 'end' : 'middle'}
          >
            {year}
          </text>
        ))}
      </svg>
      <span className="timeline-words" />
    </div>
  )
}

function Ticks({ scale }: { readonly scale: Scale }) {
  return scale.ticks.map((year) => {
    const x = `${scale.at(`${year}-01-01`)}%`
    return <line key={year} className="tick" x1={x} x2={x} y1="0" y2="28" />
  })
}

function Key() {
  return (
    <ul className="timeline-key">
      {(['made', 'waits', 'kept', 'event', 'permanent', 'destroy', 'archive', 'review'] as const).map((id) => (
        <li key={id}>
          <svg aria-hidden="true" className="timeline-drawing">
            {id === 'made' && <circle className="made" cx="12" cy="14" r="4" />}
            {id === 'waits' && <line className="waits" x1="0" x2="24" y1="14" y2="14" />}
            {(id === 'kept' || id === 'event' || id === 'permanent') && (
              <rect className={id === 'permanent' ? 'kept endless' : id} x="1" width="22" y="9" height="10" rx="2" />
            )}
            {(id === 'destroy' || id === 'archive' || id === 'review') && <EndMark disposition={id} x="50%" />}
          </svg>
          {t(`key.${id}`)}
        </li>
      ))}
    </ul>
  )
}
