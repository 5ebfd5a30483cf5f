// The dates as a calendar file, for Outlook and its like.
import { useState } from 'react'
import { requestCalendar } from '../../../shared/contract/request.ts'
import type { JobId, RequestId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useJobs } from '../../client/jobs.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'

const t = translator(en)

/** The button, and what became of it. @param request null for every open one */
export function CalendarButton({ request }: { readonly request: RequestId | null }) {
  const [job, setJob] = useState<JobId | null>(null)
  const writing = useAction(async () => {
    const target = await chooseTarget(request === null ? 'deadlines.ics' : `deadlines-${request}.ics`)
    if (target) setJob(await start(requestCalendar, { id: request, to: target.grant }))
  })
  const ended = useJobs()?.find(({ id }) => id === job)
  const written = requestCalendar.output.safeParse(ended?.result).data
  return (
    <div className="calendar-button">
      <Button look="quiet" icon="calendar" onPress={() => void writing.go()} busy={writing.busy}>
        {t('toCalendar')}
      </Button>
      <RefusalNotice refusal={writing.refusal ?? ended?.problem ?? null} />
      <span role="status" className="soft">
        {written && t('calendarWritten', { count: written.events })}
      </span>
    </div>
  )
}
