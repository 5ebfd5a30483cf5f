import { lawApply } from '../../../../shared/contract/law-file.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { insertYear } from '../../vault/repository/calendar.ts'
import { insertConfirmation } from '../../vault/repository/request/law.ts'
import { insertRuleFile } from '../../vault/repository/request/rule-file.ts'
import { attorneyActing } from '../attorney.ts'
import { cityCalendar } from '../city-calendar.ts'
import { wholeBook } from '../confirmed-law.ts'
import { ruleDigest } from '../law-book.ts'
import { movedDates } from '../moved-dates.ts'
import { comesConfirmed } from '../rule-file/additions.ts'
import { readRuleFile } from '../rule-file/read.ts'

export default apply(lawApply, ['requests', 'vault', 'ledger'], (context, { file: bytes64, statement }) => {
  const { db, folder, now, note } = context
  const attorney = attorneyActing(context, 'applies a rule file')
  const { city } = readVaultFile(folder)
  const before = cityCalendar(db, folder)
  const { file, bytes, digest, signer, rules } = readRuleFile(db, city, bytes64)
  insertRuleFile(
    db,
    { signer: signer.id, number: file.number, file: bytes, digest: digestBytes(digest) },
    now,
    attorney.id,
  )
  for (const year of file.holidays) insertYear(db, year, now, attorney.id)
  // The attorney who applies it answers for its dates: these rules are confirmed as they read now, and the others one by one, in the book.
  const ids = new Set([
    ...rules.flatMap(({ entry }) => (comesConfirmed(entry) ? [entry.id] : [])),
    ...file.holidays.map(({ set, year }) => `entered-${set}-${year}`),
  ])
  for (const rule of wholeBook(db, city).filter(({ id }) => ids.has(id)))
    insertConfirmation(db, { rule: rule.id, digest: ruleDigest(rule), kind: 'confirmed', statement }, now, attorney.id)
  const moved = movedDates(db, before, cityCalendar(db, folder))
  note({ signer: signer.id, number: file.number, file: digest, rules: rules.length, moved: moved.length })
  const unconfirmed = rules.filter(({ entry }) => !comesConfirmed(entry)).length
  return { rules: rules.length, unconfirmed, years: file.holidays.length, moved }
})
