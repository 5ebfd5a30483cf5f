// The lines of a search statement: what was not searched, or cannot be by words, and who else was asked.

import type { Account } from '../../../../shared/domain/account/account.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { Accession } from '../../../../shared/domain/intake/accession.ts'
import { declarationLacks } from '../../../../shared/domain/intake/produced.ts'
import type { MediaRole } from '../../../../shared/domain/record/record.ts'
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import { isAnswered, type RequestPart } from '../../../../shared/domain/request/request-life.ts'
import type { SearchDraft } from '../../../../shared/domain/request/request-search.ts'
import type { FiledPersonalSearch, StatementLine } from '../../../../shared/domain/request/search-statement.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { reconciliationOf } from '../../vault/repository/intake/accession.ts'
import { memberUses } from '../../vault/repository/packet/production.ts'
import { mediaWithin } from '../../vault/repository/record/found-set.ts'
import { partsOf } from '../../vault/repository/request/request-life.ts'
import { lineAnswers, personalSearches } from '../../vault/repository/request/search-statement.ts'
import { accountName, accountsIn, askedUntil, reached, reachesOf } from './reach.ts'

type Drawn = Omit<StatementLine, 'answer'>

interface Scope {
  readonly request: PublicRequest
  readonly searches: readonly SearchDraft[]
  readonly register: readonly Account[]
  /** Everything received for the accounts that are searched. */
  readonly accessions: readonly Accession[]
  readonly zone: string
}

/** The lines with their answers. @param locked how many records answer and are locked */
export function linesOf(db: Driver, scope: Scope, locked: number): StatementLine[] {
  const { request, searches, register, accessions, zone } = scope
  const accounts = accountsIn(searches, register)
  const complete = accessions.filter(({ state }) => state === 'complete')
  const drawn: Drawn[] = [
    ...accounts.map((account): Drawn => {
      const { covers, facts } = reached(account, accessions, askedUntil(account, searches, request), zone)
      return line('account', `account:${account.id}`, facts, { settled: covers, account: account.id })
    }),
    ...accessions.flatMap((accession) => imports(accession, accounts, zone)),
    ...media(mediaWithin(db, reachesOf(searches, zone)), searches, accounts.length < register.length ? accounts : []),
    ...files(db, complete),
    ...(locked === 0 ? [] : [line('locked', 'locked', lockedFacts(locked))]),
    ...complete.flatMap((accession) => produced(db, accession, zone)),
    ...personalSearches(db, request.id).map(personal),
    ...partsOf(db, request.id).map(other),
  ]
  const answers = lineAnswers(db, request.id)
  return drawn.map((one) => {
    const answer = answers.get(one.key)
    if (answer === undefined || answer.facts !== one.facts) return { ...one, answer: null }
    return { ...one, answer: { words: answer.words, by: answer.by, at: answer.at } }
  })
}

function line(kind: Drawn['kind'], key: string, facts: string, more: Partial<Drawn> = {}): Drawn {
  return { key, kind, facts, settled: false, account: null, accession: null, query: null, ...more }
}

function imports(
  { id, account, state, receivedAt, unexplained }: Accession,
  accounts: readonly Account[],
  zone: string,
) {
  const owner = accounts.find((one) => one.id === account)
  if (owner === undefined) return []
  const name = `${accountName(owner)}: import ${id} of ${readableDay(localDate(receivedAt, zone))}`
  if (state === 'receiving' || state === 'undoing')
    return [
      line('import', `import:${id}`, `${name} is not complete. What only it holds was left out.`, { accession: id }),
    ]
  if (state !== 'complete' || unexplained === 0) return []
  const facts = `${name} does not come out even: ${amount(unexplained, 'unexplained difference')} between what the export says it holds and what was read.`
  return [line('import', `import:${id}`, facts, { accession: id })]
}

const ROLES: readonly (readonly [MediaRole, string, string, string])[] = [
  ['photo', 'picture', 'pictures', 'has:photo'],
  ['video', 'video', 'videos', 'has:video'],
  ['animation', 'animation', 'animations', 'has:video'],
  ['audio', 'sound recording', 'sound recordings', 'has:audio'],
  ['file', 'attachment', 'attachments', 'has:file'],
]

/** @param accounts those that are searched; none where all are */
function media(
  counts: ReadonlyMap<MediaRole, number>,
  searches: readonly SearchDraft[],
  accounts: readonly Account[],
): Drawn[] {
  const periods = new Set(
    searches.map(({ from, to }) =>
      [...(from === null ? [] : [`-before:${from}`]), ...(to === null ? [] : [`-after:${to}`])].join(' '),
    ),
  )
  // Several periods cannot be told by one: then all of it is listed.
  const [period = ''] = periods.size === 1 ? periods : []
  return ROLES.flatMap(([role, one, many, has]) => {
    const count = counts.get(role) ?? 0
    if (count === 0) return []
    const facts = `${amount(count, one, many)} of the accounts and period searched: words do not find what ${count === 1 ? 'it shows or says' : 'they show or say'}.`
    const query = [has, period, ofAccounts(accounts)].filter((part) => part !== '').join(' ')
    return [line('media', `media:${role}`, facts, { query })]
  })
}

/** As a search names accounts; nothing where there are none, or so many that nobody could read it: then all are listed. */
function ofAccounts(accounts: readonly Account[]): string {
  const named = accounts.map(({ handle, platform }) => `(account:${JSON.stringify(handle)} platform:${platform})`)
  return named.length > MOST_NAMED ? '' : named.length > 1 ? `(${named.join(' OR ')})` : named.join('')
}

const MOST_NAMED = 20

const USES: readonly (readonly [key: string, uses: readonly string[], words: (count: number) => string])[] = [
  [
    'unread',
    ['unread', 'unknown'],
    (count) => `${amount(count, 'file')} of these exports kept as received and not read.`,
  ],
  ['quarantined', ['quarantined'], (count) => `${amount(count, 'file')} of these exports could not be read safely.`],
  ['left-out', ['left-out'], (count) => `${amount(count, 'file')} of these exports left out when they were imported.`],
]

/** What files of exports are listed under a name. */
export function usesNamed(name: string): readonly string[] {
  return USES.find(([key]) => key === name)?.[1] ?? []
}

function files(db: Driver, complete: readonly Accession[]): Drawn[] {
  const counts = complete.map(({ id }) => memberUses(db, id))
  return USES.flatMap(([key, uses, words]) => {
    const count = counts.reduce((sum, of) => sum + uses.reduce((all, use) => all + (of.get(use) ?? 0), 0), 0)
    return count === 0 ? [] : [line('files', `files:${key}`, words(count))]
  })
}

function lockedFacts(count: number): string {
  return `${amount(count, 'record')} that ${count === 1 ? 'answers' : 'answer'} ${count === 1 ? 'is' : 'are'} locked (sealed by a court, or protected by law).`
}

/** A personal account of which single items were taken in with a declaration of the search. */
function produced(db: Driver, { id, receivedAt }: Accession, zone: string): Drawn[] {
  const items = reconciliationOf(db, id)?.produced
  if (items === undefined) return []
  const { by, declaration, document } = items
  const lacks = declaration === null ? [] : declarationLacks(declaration)
  const said =
    declaration === null
      ? `the declaration of the search is a file${document === null ? '' : ` (${document.name})`}: read it`
      : `${declaration.searchedBy} searched ${declaration.searchedWhere} for ${declaration.terms} on ${readableDay(declaration.searchedOn)}; signed by ${declaration.signedBy} on ${readableDay(declaration.signedOn)}`
  const facts = [
    `Personal account, import ${id} of ${readableDay(localDate(receivedAt, zone))}, produced by ${by}: ${said}.`,
    ...lacks,
  ]
  const settled = declaration !== null && lacks.length === 0
  return [line('declaration', `produced:${id}`, facts.join(' '), { settled, accession: id })]
}

function personal({ number, person, title, accounts, askedOn, declaration, instead }: FiledPersonalSearch): Drawn {
  const who = `Personal accounts of ${title === '' ? person : `${person}, ${title}`} (${accounts}), asked on ${readableDay(askedOn)}`
  if (declaration === null) {
    const facts = instead === '' ? `${who}: no declaration has come.` : `${who}: ${instead}`
    return line('declaration', `declaration:${number}`, facts, { settled: instead !== '' })
  }
  const { searchedBy, searchedWhere, terms, searchedOn, notProduced, signedBy, signedOn } = declaration
  const said = `${searchedBy} searched ${searchedWhere} for ${terms} on ${readableDay(searchedOn)}; found and not produced: ${notProduced}; signed by ${signedBy} on ${readableDay(signedOn)}.`
  const lacks = declarationLacks(declaration)
  return line('declaration', `declaration:${number}`, [`${who}: ${said}`, ...lacks].join(' '), {
    settled: lacks.length === 0,
  })
}

function other(part: RequestPart): Drawn {
  const { number, title, system, holder, answer } = part
  const where = [system, holder].filter((one) => one !== '').join(', ')
  const facts = [`Part ${number}, ${title}${where === '' ? '' : ` (${where})`}: ${STANDS[part.state]}.`, answer]
  return line('part', `part:${number}`, facts.join(' ').trim(), { settled: isAnswered(part) })
}

const STANDS: Readonly<Record<RequestPart['state'], string>> = {
  open: 'nobody has been asked yet',
  asked: 'asked, no answer yet',
  found: 'records were found and are not sent yet',
  none: 'nothing was found',
  withheld: 'withheld',
  sent: 'sent',
}
