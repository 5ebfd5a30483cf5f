import type { LawEntry } from '../../../../shared/contract/law.ts'
import { lawReadFile } from '../../../../shared/contract/law-file.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { calendarYears, cityCalendar } from '../city-calendar.ts'
import { confirmedBook } from '../confirmed-law.ts'
import type { Brought } from '../law-book.ts'
import { movedDates } from '../moved-dates.ts'
import { comesConfirmed } from '../rule-file/additions.ts'
import { calendarWith } from '../rule-file/applied.ts'
import { readRuleFile } from '../rule-file/read.ts'

export default answer(lawReadFile, ({ db, folder }, { file: bytes }) => {
  const { city } = readVaultFile(folder)
  const read = readRuleFile(db, city, bytes)
  const { file, signer, digest, rules } = read
  const { publisher, number, issuedOn, holidays } = file
  const book = new Map(confirmedBook(db, city).map((one) => [one.id, one]))
  const there = new Set(calendarYears(db, folder).map(({ set, year }) => `${set} ${year}`))
  return {
    ...{ publisher, number, issuedOn, signer: signer.name, digest },
    rules: rules.map(({ entry, replaced }) => ({
      entry: unconfirmed(entry),
      confirmedWith: comesConfirmed(entry),
      replaced: replaced === null ? null : (book.get(replaced.id) ?? unconfirmed(replaced)),
    })),
    years: holidays.map((year) => ({ ...year, replaces: there.has(`${year.set} ${year.year}`) })),
    moved: movedDates(db, cityCalendar(db, folder), calendarWith(db, folder, read)),
  }
})

function unconfirmed(rule: Brought): LawEntry {
  return { ...rule, confirmedBy: null, changed: false }
}
