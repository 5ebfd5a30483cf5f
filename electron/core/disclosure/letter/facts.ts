// What a letter is composed from besides its draft: the request, its dates, the law that may be named.

import type { LawEntry } from '../../../../shared/contract/law.ts'
import type { ClockDate } from '../../../../shared/contract/request.ts'
import type { ProductionId } from '../../../../shared/domain/id.ts'
import { isInForce } from '../../../../shared/domain/law/statute.ts'
import type { Person } from '../../../../shared/domain/people/person.ts'
import type { RequestFee } from '../../../../shared/domain/request/fee.ts'
import { groundsInForce } from '../../../../shared/domain/request/ground.ts'
import { type Letter, type LetterKind, LetterLanguage } from '../../../../shared/domain/request/letter.ts'
import type { Narrowing } from '../../../../shared/domain/request/narrowing.ts'
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import type { RequestMessage, RequestPart } from '../../../../shared/domain/request/request-life.ts'
import type { StoredStatement } from '../../../../shared/domain/request/search-statement.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import { pagesOf, recallOf } from '../../vault/repository/packet/packet-set.ts'
import { lettersOf } from '../../vault/repository/request/letter.ts'
import { narrowingsOf } from '../../vault/repository/request/narrowing.ts'
import { feesOf } from '../../vault/repository/request/request-fee.ts'
import { messagesOf, partsOf } from '../../vault/repository/request/request-life.ts'
import { statementsOf } from '../../vault/repository/request/search-statement.ts'
import { setting } from '../../vault/repository/setting.ts'
import { cityCalendar } from '../city-calendar.ts'
import { confirmedBook } from '../confirmed-law.ts'
import { openProduction } from '../packet/packet.ts'
import { pageNumber, spanInWords } from '../packet/pdf-number.ts'
import { datesOf } from '../request-clock.ts'
import { marksOf } from '../searching/statement.ts'
import { systemsOf } from '../systems.ts'
import { headOf } from './head.ts'
import { languagesOf, type Wording, wordingOn } from './say.ts'

/** The facts; `signer`: who would sign it now, or who signed it. */
export interface LetterFacts extends Wording {
  readonly city: string
  readonly head: readonly string[]
  readonly date: LocalDate
  readonly request: PublicRequest
  readonly dates: readonly ClockDate[]
  readonly parts: readonly RequestPart[]
  readonly others: readonly Letter[]
  readonly law: ReadonlyMap<string, LawEntry>
  readonly grounds: { readonly cpra: readonly LawEntry[]; readonly idr: readonly LawEntry[] }
  /** Those that count on the day of the letter. */
  readonly exemptions: readonly LawEntry[]
  readonly hasOrdinance: boolean
  readonly signer: Person | null
  /** The first and last page of each production whose pages are counted. */
  readonly pages: ReadonlyMap<number, string>
  /** The productions that were recalled. */
  readonly recalled: ReadonlySet<number>
  readonly zone: string
  /** The newest stored search statement, and whether nothing changed since that it rests on. */
  readonly searched: { readonly stored: StoredStatement | null; readonly current: boolean }
  readonly narrowings: readonly Narrowing[]
  /** Messages by which somebody helped the requester, or asked what is wanted. */
  readonly helped: readonly RequestMessage[]
  readonly fees: readonly RequestFee[]
  /** How it would be worded in another language. */
  wordingIn(language: LetterLanguage): Wording
  /** The languages in which letters of a kind have words. */
  languages(kind: LetterKind): LetterLanguage[]
  /** Which systems hold what; counted when it is asked for. */
  systems(): readonly string[]
}

/** Gathers them. @param date the day that the letter bears */
export function letterFacts(
  db: Driver,
  folder: string,
  request: PublicRequest,
  date: LocalDate,
  signer: string | null,
): LetterFacts {
  const calendar = cityCalendar(db, folder)
  const { city } = calendar
  const { zone } = readVaultFile(folder)
  const stored = statementsOf(db, request.id).at(-1) ?? null
  const { grounds, letters, hasOrdinance } = calendar.law
  const law = new Map(confirmedBook(db, city).map((entry) => [entry.id, entry]))
  const inForce = (of: 'cpra' | 'idr') =>
    groundsInForce(grounds, of, request.receivedOn).flatMap(({ id }) => law.get(id) ?? [])
  return {
    ...wordingOn(letters, date, 'en'),
    wordingIn: (language) => wordingOn(letters, date, language),
    languages: (kind) => languagesOf(letters, kind, date, LetterLanguage.options),
    ...{ city, head: headOf(setting(db, 'letterhead')).lines, date, request, law, hasOrdinance },
    dates: datesOf(db, calendar, request).dates,
    parts: partsOf(db, request.id),
    others: lettersOf(db, request.id),
    grounds: { cpra: inForce('cpra'), idr: inForce('idr') },
    exemptions: [...law.values()].filter((entry) => entry.group === 'exemption' && isInForce(entry, date)),
    signer: listPeople(db).find(({ id }) => id === signer) ?? null,
    pages: new Map(request.productions.flatMap(({ id }) => pagesInWords(db, id))),
    recalled: new Set(request.productions.map(({ id }) => id).filter((id) => recallOf(db, id) !== null)),
    zone,
    searched: {
      stored,
      current: stored !== null && canonicalJson(stored.statement.marks) === canonicalJson(marksOf(db, request)),
    },
    narrowings: narrowingsOf(db, request.id),
    helped: messagesOf(db, request.id).filter(({ about }) => about !== 'general'),
    fees: feesOf(db, request.id),
    systems: () => systemsOf(db, request, zone),
  }
}

function pagesInWords(db: Driver, production: ProductionId): [number, string][] {
  const pages = pagesOf(db, production)
  if (pages === null) return []
  const packet = openProduction(db, production)
  return [[production, spanInWords({ first: pageNumber(packet, 1), last: pageNumber(packet, pages) })]]
}

/** Whether a rule may be relied on: read at its source, or confirmed by the attorney. */
export function isSure({ confirmed, confirmedBy }: LawEntry): boolean {
  return confirmed || confirmedBy !== null
}
