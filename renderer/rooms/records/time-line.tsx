// What was found over time: bars to brush, and the same as a table for screen readers.
import type { Timeline } from '../../../shared/domain/facet.ts'
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

/** The time line; nothing where nothing that was found has a time. */
export function TimeLine({ timeline, current, onQuery }: Props) {
  const { bars, undated, rest, narrowed } = timeline
  if (bars.length === 0 && !narrowed) return null
  return (
    <section className="time-line" aria-label={t('time')} aria-busy={!current}>
      {bars.length > 0 && <TimeBars key={bars[0]?.on} timeline={timeline} onQuery={onQuery} />}
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
