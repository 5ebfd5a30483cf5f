// Deadlines that a change of the calendar moves.
import type { MovedDate } from '../../../shared/contract/calendar.ts'
import { en as requestWords } from '../../locale/en/requests.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'

const t = translator(en)
const ofRequests = translator(requestWords)

/** The list, with the sentence above it. */
export function MovedDates({ moved, would }: { readonly moved: readonly MovedDate[]; readonly would: boolean }) {
  if (moved.length === 0) return <p>{t(would ? 'noEffect' : 'movedNone')}</p>
  return (
    <>
      <p>{t(would ? 'effect' : 'moved', { count: moved.length })}</p>
      <ul className="moved-dates">
        {moved.map((date) => (
          <li key={`${date.request} ${date.duty}`}>
            {t('movedDate', {
              request: date.request,
              duty: ofRequests(`duty.${date.duty}`),
              before: shown(date.before),
              after: shown(date.after),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

function shown(day: string | null): string {
  return day === null ? t('noDate') : formatDay(day)
}
