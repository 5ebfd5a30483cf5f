// Draws up the search statement of a request as it stands now.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import { queryOfSearch } from '../../../../shared/domain/request/request-search.ts'
import { type SearchMarks, SearchStatement } from '../../../../shared/domain/request/search-statement.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import type { ReadContext } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { listAccessions, reconciliationOf } from '../../vault/repository/intake/accession.ts'
import { storedContents } from '../../vault/repository/record/found-set.ts'
import { picksOf, searchMarks } from '../../vault/repository/request/request-search.ts'
import { statementMarks } from '../../vault/repository/request/search-statement.ts'
import { MUNIMENT_VERSION } from '../../vault/version.ts'
import { type Found, responsive, searchesOf, searchInWords, searchOf } from '../responsive.ts'
import { standingOf } from '../review/standing.ts'
import { idsOf } from './hits.ts'
import { linesOf } from './lines.ts'
import { accountsIn } from './reach.ts'
import { type Twins, twins } from './twins.ts'

type Context = Pick<ReadContext, 'db' | 'folder' | 'signal'>

/** Where everything that a statement rests on stands now. */
export function marksOf(db: Driver, request: PublicRequest): SearchMarks {
  return {
    ...searchMarks(db, request.id),
    ...statementMarks(db, request.id),
    accessions: relevant(db, request)
      .filter(({ state }) => state === 'complete')
      .map(({ id }) => id)
      .sort((one, other) => one - other),
  }
}

/** A statement, with what its hit list is made of. */
export interface DrawnUp {
  readonly statement: SearchStatement
  /** Ids of the records that answer, newest first. */
  readonly hits: readonly number[]
  readonly twins: Twins
  /** The list whose digest the statement names: record and SHA-256 of its version, a line each, by record. */
  readonly list: string
}

/**
 * Draws it up.
 * @throws MunimentError INPUT_INVALID
 */
export async function drawUp(context: Context, request: PublicRequest): Promise<DrawnUp> {
  const { db, folder, signal } = context
  const { city, zone } = readVaultFile(folder)
  const register = listAccounts(db)
  const accessions = relevant(db, request)
  const complete = accessions.filter(({ state }) => state === 'complete')
  const searching = searchOf(db, folder, request)
  const searches = searchesOf(db, request)
  const handles = new Map<number, string>(register.map(({ id, handle }) => [id, `@${handle}`]))
  const counted = listAccessions(db).filter(({ state }) => state === 'complete')
  const walked = await walk(context, request, JSON.stringify(counted.map(({ id }) => id)))
  const said: SearchStatement['searches'] = []
  for (const one of searching.searches) {
    let found = 0
    for (const ids of idsOf(db, one)) {
      signal.throwIfAborted()
      found += ids.length
      await setImmediate()
    }
    const words = `${searchInWords(db, folder, one.draft, handles)}.`
    said.push({ draft: one.draft, words, query: queryOfSearch(one.draft), found })
  }
  const picks = picksOf(db, request.id)
  const byHand = (act: string) =>
    picks.filter((one) => one.act === act).map(({ record, reason, by }) => ({ record, reason, by }))
  const { decisions } = standingOf(db, request.id)
  const never = new Set(complete.flatMap(({ id }) => reconciliationOf(db, id)?.neverExported ?? []))
  const statement = SearchStatement.parse({
    format: 1,
    muniment: MUNIMENT_VERSION,
    request: request.id,
    city,
    marks: marksOf(db, request),
    searches: said,
    families: [...new Set(searches.flatMap(({ families }) => families))],
    added: byHand('added'),
    removed: byHand('removed'),
    responsive: walked.hits.length,
    notResponsive: walked.hits.filter((id) => decisions.get(id)?.outcome === 'not-responsive').length,
    undated: walked.undated,
    duplicates: walked.twins.counts(),
    hitList: walked.digest,
    exports: complete.map(({ id, account, receivedAt, generatedAt, records }) => ({
      ...{ accession: id, account, handle: handles.get(account) ?? '', records },
      receivedOn: localDate(receivedAt, zone),
      generatedOn: generatedAt === null ? null : localDate(generatedAt, zone),
    })),
    lines: linesOf(db, { request, searches, register, accessions, zone }, walked.locked),
    neverExported: [...never],
  })
  return { statement, hits: walked.hits, twins: walked.twins, list: walked.list }
}

async function walk({ db, folder, signal }: Context, request: PublicRequest, accessions: string) {
  const hits: number[] = []
  const same = twins()
  const lines: { id: number; text: string }[] = []
  let undated = 0
  let locked = 0
  const look = (page: readonly Found[]) => {
    for (const content of storedContents(db, page)) {
      same.add(content)
      lines.push({ id: content.id, text: `${content.id} ${digestOf(content.digest)}\n` })
    }
    for (const { id, dated } of page) {
      hits.push(id)
      undated += dated === 0 ? 1 : 0
    }
  }
  const left = (_: unknown, why: string) => {
    locked += why === 'locked' ? 1 : 0
  }
  for await (const page of responsive(db, searchOf(db, folder, request), accessions, signal, left)) look(page)
  const list = lines
    .sort((one, other) => one.id - other.id)
    .map(({ text }) => text)
    .join('')
  return { hits, twins: same, undated, locked, list, digest: sha256(list) }
}

/** SHA-256 of a text in UTF-8. */
export function sha256(text: string): Digest {
  return digestOf(createHash('sha256').update(text).digest())
}

/** Everything received for the accounts that are searched, oldest first. */
function relevant(db: Driver, request: PublicRequest) {
  const asked = new Set(accountsIn(searchesOf(db, request), listAccounts(db)).map(({ id }) => id))
  return listAccessions(db)
    .filter(({ account }) => asked.has(account))
    .toSorted((one, other) => one.id - other.id)
}
