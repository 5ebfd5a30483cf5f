// What another time zone would move, said before it is confirmed.
import type { ZonePreview } from '../../../shared/contract/zone.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { workTitle } from '../../locale/work.ts'
import { Notice } from '../../ui/notice.tsx'

const t = translator(en)

/** The sentences; or the jobs that stand against it. */
export function ZoneMoves({ moves: { days, years, holds, requests, jobs } }: { readonly moves: ZonePreview }) {
  if (jobs.length > 0)
    return <Notice tone="bad">{t('zoneJobs', { jobs: [...new Set(jobs.map(workTitle))].join(', ') })}</Notice>
  return (
    <Notice tone="warn">
      <ul className="zone-moves">
        <li>{t('zoneDays', { count: days })}</li>
        <li>{t('zoneYears', { count: years })}</li>
        {holds > 0 && <li>{t('zoneHolds', { count: holds })}</li>}
        {requests > 0 && <li>{t('zoneRequests', { count: requests })}</li>}
      </ul>
    </Notice>
  )
}
