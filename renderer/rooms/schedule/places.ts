// The series of the schedule as the palette finds them: each leads to its records.
import { scheduleShow } from '../../../shared/contract/schedule.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import type { Place } from '../../ui/room.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The forms and views of the room. */
export const places: readonly Place[] = [
  { id: 'schedule load', label: t('load'), icon: 'calendar', to: address('schedule', ['load']) },
  { id: 'schedule timeline', label: t('toTimeline'), icon: 'calendar', to: address('schedule', ['timeline']) },
  { id: 'schedule versions', label: t('toVersions'), icon: 'calendar', to: address('schedule', ['versions']) },
]

/** The series. */
export function usePlaces(): readonly Place[] {
  const shown = useQuery(scheduleShow, { id: null }, ['schedule'], 2000).data
  return (shown?.schedule.series ?? []).map(({ code, title, retention }) => ({
    id: `series ${code}`,
    label: t('seriesPlace', { code, title }),
    detail: retention.text,
    icon: 'calendar',
    to: address('records', [], { q: `series:"${code}"` }),
  }))
}
