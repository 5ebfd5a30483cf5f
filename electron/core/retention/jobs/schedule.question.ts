import { MunimentError } from '../../../../shared/contract/error.ts'
import { scheduleQuestion } from '../../../../shared/contract/retention.ts'
import { socialMediaSeries } from '../../../../shared/domain/schedule/social-series.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { countRecords } from '../../vault/repository/retention/classification.ts'
import { currentSchedule } from '../schedule/current-schedule.ts'
import { printQuestion } from '../schedule/print-question.ts'

export default work(scheduleQuestion, false, async (context, { to }) => {
  const { db, folder, startedAt } = context
  const target = writableFile(context, to)
  const { schedule } = currentSchedule(db)
  const [named] = socialMediaSeries(schedule)
  if (named !== undefined) {
    const sentence = `“${schedule.name}” has a series for social media, ${named}: there is nothing to ask. Nothing was written.`
    throw new MunimentError('INPUT_INVALID', sentence)
  }
  await expectWritable(target)
  const { city, zone } = readVaultFile(folder)
  const question = { city, zone, at: startedAt, schedule, records: countRecords(db), practice: isPractice(db) }
  let pages = 0
  const written = await writeOutside(target.path, async (aside) => {
    pages = await printQuestion(createWriteStream(aside), question)
  })
  const copy = { kind: 'schedule-question', subject: 'the schedule', name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: startedAt })
  return { pages }
})
