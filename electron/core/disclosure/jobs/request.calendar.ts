import type { Removal } from '../../../../shared/contract/desk.ts'
import { type ClockDate, requestCalendar } from '../../../../shared/contract/request.ts'
import { dutyName } from '../../../../shared/domain/request/duty.ts'
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import { TRAINING } from '../../../../shared/text/practice.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { cityCalendar } from '../city-calendar.ts'
import { type CalendarEvent, icsFile } from '../ics.ts'
import { knownRequest } from '../known-request.ts'
import { openRemovals } from '../removals.ts'
import { datesOf } from '../request-clock.ts'
import { runningRequests } from '../running.ts'

export default work(requestCalendar, false, async (context, { id, to }) => {
  const { db, folder, startedAt } = context
  const requests = id === null ? runningRequests(db).map(({ request }) => request) : [knownRequest(db, id)]
  const target = writableFile(context, to)
  await expectWritable(target)
  const about = readVaultFile(folder)
  const { vaultId } = about
  const calendar = cityCalendar(db, folder)
  const practice = isPractice(db)
  const removals = openRemovals(db, about).filter(({ request }) => id === null || request === id)
  const events = [
    ...requests.flatMap((request) => eventsOf(datesOf(db, calendar, request).dates, request, { vaultId, practice })),
    ...removals.map((removal) => removalEvent(removal, { vaultId, practice })),
  ]
  const written = await writeOutside(target.path, (aside) => writeFile(aside, icsFile(events, startedAt)))
  const copy = { kind: 'deadlines', subject: id === null ? 'open requests' : `request ${id}` } as const
  await context.write(copyRegister, { ...copy, ...written, name: target.name, place: target.path, at: startedAt })
  return { events: events.length }
})

interface Origin {
  readonly vaultId: string
  readonly practice: boolean
}

const UNCONFIRMED = 'The reading of the rule is not confirmed.'

/** The end of the hours to remove something. What is to be removed and who demands it are not named: the file goes where calendars are shared. */
function removalEvent(removal: Removal, { vaultId, practice }: Origin): CalendarEvent {
  const { demand, request, dueAt, sentence, steps, citation, confirmed } = removal
  return {
    id: `${vaultId}-removal-${demand}@muniment`,
    when: { moment: dueAt },
    title: `${practice ? `${TRAINING}: ` : ''}Request ${request}: what is demanded must be gone`,
    words: [sentence, citation, ...(confirmed ? [] : [UNCONFIRMED]), ...steps].join('\n'),
  }
}

/** The days to work to. A requester is not named: the file goes where calendars are shared. */
function eventsOf(dates: readonly ClockDate[], request: PublicRequest, { vaultId, practice }: Origin): CalendarEvent[] {
  return dates
    .filter(({ state }) => state === 'running' || state === 'possible')
    .flatMap(({ duty, due, citation, confirmed, sentence, steps }) => {
      if (due === null) return []
      const doubt = confirmed ? [] : [UNCONFIRMED]
      const words = [sentence, citation, ...doubt, ...steps.map((step) => `${step.sentence} (${step.citation})`)]
      const title = `${practice ? `${TRAINING}: ` : ''}Request ${request.id}: ${dutyName(duty)}`
      return [{ id: `${vaultId}-${request.id}-${duty}@muniment`, when: { day: due }, title, words: words.join('\n') }]
    })
}
