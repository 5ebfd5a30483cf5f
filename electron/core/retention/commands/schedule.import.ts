import { MunimentError } from '../../../../shared/contract/error.ts'
import { scheduleImport } from '../../../../shared/contract/schedule.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { ScheduleDraft } from '../../../../shared/domain/schedule/schedule.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply, type CommandContext } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { putBytes } from '../../vault/objects/put-bytes.ts'
import { insertObject } from '../../vault/repository/object.ts'
import {
  findSchedule,
  insertSchedule,
  insertSchedulePaper,
  seriesInUse,
} from '../../vault/repository/retention/schedule.ts'
import { anyTouched } from '../../vault/repository/retention/series-beside.ts'
import { secondPerson } from '../../vault/second-person.ts'
import { asSaid, isUnmarked, moveCounter, seenToken } from '../schedule/moves.ts'
import { scheduleOfFile } from '../schedule/of-file.ts'

export default apply(scheduleImport, ['schedule', 'ledger'], (context, { seen, second: named, ...file }) => {
  const { db, folder, now, actor, note } = context
  const { schedule, reading, findings } = scheduleOfFile(file)
  const second = secondPerson(db, actor, named)
  refuseUnseen(context, schedule, seen, second !== null)
  const bytes = file.workbook === null ? Buffer.from(file.csv) : Buffer.from(file.workbook, 'base64')
  const source = putBytes(folder, bytes)
  insertObject(db, { ...source, member: null }, now)
  const id = insertSchedule(db, schedule, { name: file.fileName, digest: source.digest }, now, actor.person)
  const paper = file.authority === null ? null : keepPaper(context, file.authority)
  if (paper !== null && file.authority !== null) insertSchedulePaper(db, id, file.authority.name, digestBytes(paper))
  note({ schedule: id, series: reading.series.length, second, ...(paper && saltedDigest(context, paper)) })
  const { codesNotInLegend: unmappedCodes, unmappedColumns } = reading
  return { id, reading: { series: reading.series.length, unmappedCodes, unmappedColumns, findings: [...findings] } }
})

/** A schedule takes the place of one that keeps records only once somebody has looked at what it moves. */
function refuseUnseen({ db, folder, now }: CommandContext, schedule: ScheduleDraft, seen: Digest | null, two: boolean) {
  const stored = findSchedule(db, null)
  const used = stored === null ? [] : seriesInUse(db)
  if (stored === null || used.length === 0) return
  if (seen !== seenToken(stored, schedule)) {
    throw new MunimentError(
      'SCHEDULE_UNSEEN',
      'Records stand under the schedule that is in the vault, and what this one moves was not looked at yet, or another one came in since. Nothing was changed; look at the comparison, then adopt it.',
    )
  }
  if (two || !anyTouched(db)) return
  const { zone } = readVaultFile(folder)
  const [old, fresh] = [asSaid(stored.schedule), asSaid(schedule)]
  const moved = moveCounter(db, zone, old, fresh, localDate(now, zone))
  const code = used.find(({ series }) => moved(series).earlier > 0 || isUnmarked(old, fresh, series))?.series
  if (code === undefined) return
  const what = isUnmarked(old, fresh, code) ? 'be marked historical no longer' : 'go earlier'
  throw new MunimentError(
    'SECOND_PERSON_REQUIRED',
    `Records of series ${code} would ${what} by this schedule, and a request, a hold or a purge plan has touched records here: a second person must stand behind this. Nothing was changed; name one.`,
  )
}
