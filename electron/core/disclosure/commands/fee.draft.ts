import { MunimentError } from '../../../../shared/contract/error.ts'
import { type FeeChoice, feeDraft } from '../../../../shared/contract/fee.ts'
import {
  type ChargedLine,
  dollars,
  type FeeSchedule,
  feeTotal,
  scheduleOn,
} from '../../../../shared/domain/request/fee.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { apply } from '../../vault/handler.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import { feesOf, saveFee } from '../../vault/repository/request/request-fee.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { openRequest, refused, today } from '../changing.ts'
import { feesIn } from '../confirmed-law.ts'
import { feeIn } from '../known-fee.ts'

export default apply(feeDraft, ['requests', 'ledger'], (context, { request, number: known, lines }) => {
  const { db, folder, now, actor, note } = context
  openRequest(db, request)
  if (known !== null) feeIn(db, request, known, 'draft')
  const on = today(context)
  const schedules = feesIn(db, readVaultFile(folder).city)
  const schedule = scheduleOn(schedules, on)
  if (schedule === null)
    throw refused(
      schedules.some(({ waits }) => waits)
        ? 'No fee schedule of the City is in force today: one that came by a rule file waits until the City Attorney confirms it in Law. Nothing was changed.'
        : 'No fee schedule of the City is in force today. Nothing was changed; enter one in Law first.',
    )
  const charged = lines.map((choice) => chargedLine(db, schedule, choice))
  const number = known ?? feesOf(db, request).length + 1
  const { id, name, validFrom, source } = schedule
  const done = { at: now, by: actor.person }
  saveFee(db, request, number, { schedule: { id, name, validFrom, source }, lines: charged }, done)
  const cents = feeTotal(charged)
  insertEvent(db, request, { kind: 'fees', on, words: `${number}: ${dollars(cents)} drawn up.` }, done)
  note({ request, fees: number, cents })
  return { number, cents }
})

/** Programming is charged in two cases only, each to be told, and an attorney of the City's answers for it (Gov. Code 7922.575(b)). */
function chargedLine(
  db: Driver,
  { lines }: FeeSchedule,
  { line, quantity, because, attorney }: FeeChoice,
): ChargedLine {
  const found = lines[line]
  if (found === undefined) throw refused(`The fee schedule in force has no line ${line + 1}. Nothing was changed.`)
  if (found.kind !== 'programming') return { ...found, quantity, attorney: null, because: null }
  const person = listPeople(db).find(({ id, role }) => id === attorney && role === 'city-attorney')
  if (person === undefined)
    throw new MunimentError(
      'ATTORNEY_REQUIRED',
      'Programming is charged only with the name of a City attorney who approved it (Gov. Code 7922.575(b)). Nothing was changed.',
    )
  if (because === '')
    throw refused(
      'Say why programming is charged: the record is produced only at other, regular times, or the request needs data to be compiled, extracted or programmed (Gov. Code 7922.575(b)). Redaction is none of these. Nothing was changed.',
    )
  return { ...found, quantity, attorney: person.name, because }
}
