import { MunimentError } from '../../../../shared/contract/error.ts'
import { officeFileChoose } from '../../../../shared/contract/office-file.ts'
import { officeFileWords } from '../../../../shared/domain/disposition/office-file.ts'
import { isShorter } from '../../../../shared/domain/retention/shorter.ts'
import { compileSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertOfficeSeries, officeSeries, seriesOfFile } from '../../vault/repository/disposition/office-series.ts'
import { secondPerson } from '../../vault/second-person.ts'
import { knownFile } from '../office/known-file.ts'
import { currentSchedule } from '../schedule/current-schedule.ts'

export default apply(officeFileChoose, ['disposition', 'holds', 'requests', 'records', 'ledger'], (context, asked) => {
  const { db, folder, now, actor, note } = context
  const { kind, id, series, startsOn, reason } = asked
  const by = personActing(actor, 'The series of the office’s own files')
  const { schedule } = currentSchedule(db)
  const compiled = compileSchedule(schedule, () => [])
  if (!schedule.series.some(({ code }) => code === series)) {
    const sentence = `“${schedule.name}” has no series ${series}. Nothing was changed; use a code of the schedule.`
    throw new MunimentError('SERIES_UNKNOWN', sentence)
  }
  if (id !== null) knownFile(db, folder, { kind, id })
  const term = compiled.terms.get(series)?.term
  const waits = term?.kind === 'period' && term.basis === 'event'
  const days = officeFileWords[kind].days
  if (waits && (startsOn === null || days[startsOn] === undefined)) {
    const offered = Object.entries(days).map(([name, words]) => `${name}: the day on which ${words}`)
    const how =
      offered.length === 0
        ? 'No day of such files is an event; choose a series that runs from their own date.'
        : `Say which day of the file that is (${offered.join('; ')}).`
    throw new MunimentError(
      'INPUT_INVALID',
      `Series ${series} runs from an event (${term.trigger}). ${how} Nothing was changed.`,
    )
  }
  const second = secondPerson(db, actor, asked.second)
  const before = seriesOfFile(
    officeSeries(db).filter(({ subject }) => id !== null || subject === null),
    { kind, id: id ?? '' },
  )
  if (before !== null && second === null && isShorter(compiled, before.series, series, retentionLaw)) {
    throw new MunimentError(
      'SECOND_PERSON_REQUIRED',
      `Series ${series} keeps them for a shorter time than ${before.series}, which was chosen before: a second person must stand behind this. Nothing was changed; name one, and say why.`,
    )
  }
  insertOfficeSeries(
    db,
    { kind, subject: id, series, startsOn: waits ? startsOn : null, reason, secondBy: second },
    now,
    by,
  )
  note({ kind, subject: id !== null, second: second !== null })
  return {}
})
