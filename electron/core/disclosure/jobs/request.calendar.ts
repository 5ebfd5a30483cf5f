import { writeFile } from 'node:fs/promises'
import { type ClockDate, requestCalendar } from '../../../../shared/contract/request.ts'
import { dutyName } from '../../../../shared/domain/duty.ts'
import type { PublicRequest } from '../../../../shared/domain/request.ts'
import { TRAINING } from '../../../../shared/text/practice.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { cityCalendar } from '../city-calendar.ts'
import { type DayEvent, icsFile } from '../ics.ts'
import { knownRequest } from '../known-request.ts'
import { datesOf } from '../request-clock.ts'
import { runningRequests } from '../running.ts'

export default work(requestCalendar, false, async (context, { id, to }) => {
  const { db, folder, startedAt } = context
  const requests = id === null ? runningRequests(db).map(({ request }) => request) : [knownRequest(db, id)]
  const target = writableFile(context, to)
  await expectWritable(target)
  const { vaultId } = readVaultFile(folder)
  const calendar = cityCalendar(db, folder)
  const practice = isPractice(db)
  const events = requests.flatMap((request) =>
    eventsOf(datesOf(db, calendar, request).dates, request, { vaultId, practice }),
  )
  const written = await writeOutside(target.path, (aside) => writeFile(aside, icsFile(events, startedAt)))
  const copy = { kind: 'deadlines', subject: id === null ? 'open requests' : `request ${id}` } as const
  await context.write(copyRegister, { ...copy, ...written, name: target.name, place: target.path, at: startedAt })
  return { events: events.length }
})

/** The days to work to. A requester is not named: the file goes where calendars are shared. */
function eventsOf(
  dates: readonly ClockDate[],
  request: PublicRequest,
  { vaultId, practice }: { readonly vaultId: string; readonly practice: boolean },
): DayEvent[] {
  return dates
    .filter(({ state }) => state === 'running' || state === 'possible')
    .flatMap(({ duty, due, citation, confirmed, sentence, steps }) => {
      if (due === null) return []
      const doubt = confirmed ? [] : ['The reading of the rule is not confirmed.']
      const words = [sentence, citation, ...doubt, ...steps.map((step) => `${step.sentence} (${step.citation})`)]
      const title = `${practice ? `${TRAINING}: ` : ''}Request ${request.id}: ${dutyName(duty)}`
      return [{ id: `${vaultId}-${request.id}-${duty}@muniment`, day: due, title, words: words.join('\n') }]
    })
}
