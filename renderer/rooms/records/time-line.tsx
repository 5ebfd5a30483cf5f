// What was found over time: bars to brush, and the same as a table for screen readers.
import type { Timeline } from '../../../shared/domain/record/facet.ts'
import { en } from '../../locale/en/search.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatPeriod } from '../../locale/time.ts'
import { TimeBars } from './time-bars.tsx'

const t = translator(en)

interface Props {
  readonly timeline: Timeline
  readonly current: boolean
  readonly onQuery: (query: string) => void
}

/** Bars wider than this, in rem, say nothing more. */
const WIDEST = 3

/** The time line; nothing where one bar, or none, would be all. */
export function TimeLine({ timeline, current, onQuery }: Props) {
  const { bars, undated, rest, narrowed } = timeline
  const drawn = bars.length > 1
  if (!drawn && !narrowed) return null
  return (
    <section className="time-line" aria-label={t('time')} aria-busy={!current}>
      {drawn && (
        <div style={{ maxWidth: `${bars.length * WIDEST}rem` }}>
          <TimeBars key={bars[0]?.on} timeline={timeline} onQuery={onQuery} />
        </div>
      )}
      {(narrowed || undated > 0) && (
        <p className="time-foot soft">
          {undated > 0 && <span>{t('undatedCount', { count: undated })}</span>}
          {narrowed && (
            <button type="button" className="link" onClick={() => onQuery(rest)}>
              {t('allTimes')}
            </button>
          )}
        </p>
      )}
      <table className="visually-hidden">
        <caption>{t('timeTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('records')}</th>
          </tr>
        </thead>
        <tbody>
          {bars
            .filter(({ count }) => count > 0)
            .map(({ on, count }) => (
              <tr key={on}>
                <th scope="row">{formatPeriod(on)}</th>
                <td>{formatCount(count)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
