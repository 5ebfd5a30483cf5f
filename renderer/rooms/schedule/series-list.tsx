// The series of the schedule, found by typing: as a table, or as lines in time.
import { useDeferredValue, useMemo, useState } from 'react'
import type { Series } from '../../../shared/domain/schedule/series.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en as historicalWords } from '../../locale/en/historical.ts'
import { en } from '../../locale/en/schedule.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { address } from '../../workspace/route.ts'
import { AnswerCell } from './answer-cell.tsx'
import { AnswerForm } from './answer-form.tsx'
import { HistoricalCell } from './historical-cell.tsx'
import { ReviewForm } from './review-form.tsx'
import type { ShownSchedule } from './shown.ts'
import { Timeline } from './timeline.tsx'

const t = translator(en)
const h = translator(historicalWords)

/** The series. */
export function SeriesList({ shown, timeline }: { readonly shown: ShownSchedule; readonly timeline: boolean }) {
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim().toLowerCase())
  const rows = useMemo(
    () => shown.schedule.series.filter((series) => textOf(series).includes(wanted)),
    [shown.schedule.series, wanted],
  )
  return (
    <>
      <div className="series-filter">
        <Field label={t('filter')} value={words} onChange={setWords} />
        <span className="soft" role="status">
          {rows.length === 0 ? t('noMatch') : t('series', { count: rows.length })}
        </span>
      </div>
      {timeline ? <Timeline shown={shown} rows={rows} /> : <SeriesTable shown={shown} rows={rows} />}
    </>
  )
}

function SeriesTable({ shown, rows }: { readonly shown: ShownSchedule; readonly rows: readonly Series[] }) {
  const [asked, setAsked] = useState<Series | null>(null)
  const [reviewed, setReviewed] = useState<Series | null>(null)
  return (
    <>
      <ListTable<Series>
        file="schedule"
        label={t('title')}
        rows={rows}
        keyOf={(series) => series.code}
        columns={[
          { id: 'code', title: t('code'), heading: true, cell: (series) => series.code },
          {
            id: 'title',
            title: t('seriesTitle'),
            cell: (series) => (
              <>
                {series.title}
                {series.description && <span className="series-words soft">{series.description}</span>}
              </>
            ),
          },
          { id: 'department', title: t('department'), cell: (series) => series.department },
          {
            id: 'retention',
            title: t('retention'),
            cell: (series) => (
              <>
                <strong>{series.retention.text}</strong>{' '}
                <HistoricalCell series={series} review={shown.reviews[series.code]} onReview={setReviewed} />
              </>
            ),
          },
          {
            id: 'answer',
            title: t('protectedKinds'),
            cell: (series) => <AnswerCell series={series} answer={shown.answers[series.code]} onAnswer={setAsked} />,
          },
          { id: 'citations', title: t('citations'), cell: (series) => series.citations.join('; ') },
          {
            id: 'records',
            title: t('records'),
            number: true,
            cell: (series) => <Records code={series.code} shown={shown} />,
          },
        ]}
      />
      <Dialog title={t('answerTitle')} open={asked !== null} onClose={() => setAsked(null)}>
        {asked && <AnswerForm series={asked} onDone={() => setAsked(null)} />}
      </Dialog>
      <Dialog title={h('reviewTitle')} open={reviewed !== null} onClose={() => setReviewed(null)}>
        {reviewed && <ReviewForm series={reviewed} onDone={() => setReviewed(null)} />}
      </Dialog>
    </>
  )
}

function Records({ code, shown }: { readonly code: string; readonly shown: ShownSchedule }) {
  const count = shown.records[code] ?? 0
  if (count === 0) return <span className="soft">0</span>
  return <a href={address('records', [], { q: `series:"${code}"` })}>{formatCount(count)}</a>
}

function textOf(series: Series): string {
  return `${series.code} ${series.title} ${series.department} ${series.description}`.toLowerCase()
}
