import { MunimentError } from '../../../../shared/contract/error.ts'
import { retentionExplain } from '../../../../shared/contract/schedule.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { eligibility } from '../../../../shared/domain/retention/eligibility.ts'
import { compileSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { endedRequests } from '../../vault/office/request-until.ts'
import { latestEntryAt, subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { decisionsOn } from '../../vault/repository/retention/classification.ts'
import { unitInForce } from '../../vault/repository/retention/retention-unit.ts'
import { scheduleInForce } from '../../vault/repository/retention/schedule.ts'
import { answeredIn } from '../../vault/repository/retention/series-answer.ts'
import { seriesBeside } from '../../vault/repository/retention/series-beside.ts'
import { reviewedIn } from '../../vault/repository/retention/series-review.ts'
import { setting } from '../../vault/repository/setting.ts'
import { waitingOver } from '../custody/waiting.ts'
import { dayFinder } from '../days.ts'
import { eventsOver, eventsTold } from '../events.ts'
import { findOne } from '../hold/hold-search.ts'
import { holdsStanding } from '../hold/standing-holds.ts'
import { retentionSubject } from '../subject.ts'
import { gatheringFacts } from '../thread/thread-facts.ts'
import { threadAround } from '../thread/threads.ts'

export default answer(retentionExplain, ({ db, folder }, { id, asOf: wanted }) => {
  const [row] = subjectsOf(db, [id])
  if (row === undefined) throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${id}.`)
  const { zone } = readVaultFile(folder)
  const known = Math.max(latestEntryAt(db) ?? 0, Number(setting(db, 'opened_at') ?? 0))
  const asOf = wanted ?? localDate(Instant.parse(known), zone)
  const { unit } = unitInForce(db)
  const thread = subjectsOf(db, threadAround(db, id))
  const dayOf = dayFinder(zone)
  const over = holdsStanding(db, dayOf, findOne(db, folder), endedRequests(db, zone, asOf)).over(thread)
  const gathering = gatheringFacts(zone)
  const days = eventsOver(db, thread, dayOf)
  for (const each of thread) gathering.add(each, over(each), days.get(each.id))
  const { facts } = gathering
  const holds = facts.holds
  const told = {
    asOf,
    series: row.series,
    beside: seriesBeside(db, id),
    events: [...(eventsTold(db, [row], dayOf).get(id) ?? [])].map(([code, { on, how }]) => ({ code, on, how })),
    history: decisionsOn(db, id),
    holds: holds.map(({ label }) => label),
  }
  const stored = scheduleInForce(db, asOf)
  if (stored === null) {
    const verdict = 'This vault has no retention schedule yet, so nothing may be destroyed.'
    return { ...told, eligible: false, on: null, verdict, trace: [] }
  }
  const context = {
    asOf,
    zone,
    schedule: compileSchedule(stored.schedule, answeredIn(db), reviewedIn(db)),
    law: retentionLaw,
  }
  const around = { thread: facts, holds, days: days.get(id) }
  const terms = { unit, schedule: context.schedule }
  const subject = retentionSubject(row, around, terms)
  const judged = eligibility(subject, context)
  const { on, trace } = judged
  const codes = subject.series.map(({ code }) => code)
  const waits = judged.eligible ? waitingOver(db, [id], terms)(id, codes) : null
  const eligible = judged.eligible && waits === null
  const last = trace.at(-1)
  if (last !== undefined && waits !== null) {
    trace[trace.length - 1] = {
      ...last,
      sentence: `As of ${readableDay(asOf)} its period is over, and it may not be destroyed: ${waits}.`,
    }
  }
  const verdict = trace.at(-1)?.sentence ?? ''
  return {
    ...told,
    eligible,
    on,
    verdict,
    trace: trace.map(({ rule, citation, sentence }) => ({ rule, citation, sentence })),
  }
})
