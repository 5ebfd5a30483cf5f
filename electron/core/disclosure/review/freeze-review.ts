// Taking a review into a production: complete, unchanged since, signed where something is kept back; or there is no packet.

import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import type { Catalogue } from '../../../../shared/domain/review/exemption.ts'
import { groundKeys, type KeyOf, keyed } from '../../../../shared/domain/review/ground-keys.ts'
import { type AppliedGround, groundsOf, type ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { type LocalDate, localDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { JobContext } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import type { NewObject } from '../../vault/repository/object.ts'
import { keptWords } from '../../vault/repository/review/review.ts'
import { lastSignature } from '../../vault/repository/review/review-signature.ts'
import { catalogueOf } from '../catalogue.ts'
import type { Chosen } from '../freeze/order.ts'
import { lawOf } from '../law-book.ts'
import { refuseOutOfForce, refuseUnconfirmed, unanswered, unansweredInWords } from './carrying.ts'
import { fileMaker } from './files.ts'
import type { FrozenDecision, FrozenReview, LogEntry, NamedPerson, PrintedGround } from './frozen.ts'
import { hitsAmong } from './hits.ts'
import { incomplete } from './incomplete.ts'
import type { Making } from './making.ts'
import { paintedPicture } from './painted.ts'
import { readAnew } from './reading.ts'
import { redactedWords } from './redacted-words.ts'
import { hasChanged, standingOf } from './standing.ts'

export interface TakenReview {
  readonly review: FrozenReview
  /** What is left of the records, in their order: what does not answer the request is none of it. */
  readonly items: readonly Chosen[]
  /** The decision on each, by record. */
  readonly decisions: ReadonlyMap<number, FrozenDecision>
  /** Ids of the exemptions that something is kept back on. */
  readonly exemptions: readonly string[]
  /** Painted pictures that were made. */
  readonly objects: readonly NewObject[]
  /** Records that nobody has decided on as they are now; a draft leaves them out, and an instalment. */
  readonly undecided: number
}

interface Taking {
  readonly isTold: (item: Chosen, decision: ReviewDecision) => boolean
  /** Whether what is not decided waits for a later packet. */
  readonly instalment: boolean
}

/**
 * The review of a request's records, without those that an earlier packet tells as they would be told now; null where nobody has decided anything, so that the packet says that nothing was reviewed.
 * A draft goes without what nobody has decided on, without a signature, and with grounds that nobody has confirmed.
 * @throws MunimentError REVIEW_INCOMPLETE: somebody must still decide, keep or sign
 */
export async function takeReview(
  context: Making,
  request: PublicRequest,
  all: readonly Chosen[],
  { isTold, instalment }: Taking,
): Promise<TakenReview | null> {
  const { db } = context
  const { decisions, digest } = standingOf(db, request.id)
  if (decisions.size === 0 && !instalment) return null
  const items = all.filter(({ id }) => isDecided(db, decisions.get(id)))
  const undecided = all.length - items.length
  if (!context.draft && !instalment) refuseUndecided(undecided, all.length)
  const { city, zone } = readVaultFile(context.folder)
  const catalogue = catalogueOf(db, context.folder)
  if (!context.draft)
    refuseUnsettled(
      items.flatMap(({ id }) => decisions.get(id) ?? []),
      catalogue,
      { on: localDate(context.startedAt, zone), asks: lawOf(city).hasOrdinance },
    )
  refuseHits(context, request, items, decisions)
  const keys = groundKeys()
  const people = new Map(listPeople(db).map(({ id, name, title }): [string, NamedPerson] => [id, { name, title }]))
  const objects: NewObject[] = []
  const releasedFiles = fileMaker(context, objects)
  const frozen = new Map<number, FrozenDecision>()
  const counts = { released: 0, redacted: 0, withheld: 0, notResponsive: 0 }
  const kept: Chosen[] = []
  for (const item of items) {
    const decision = decisions.get(item.id)
    if (decision === undefined) continue
    if (isTold(item, decision)) continue
    counts[COUNTER[decision.outcome]] += 1
    if (decision.outcome === 'not-responsive') continue
    kept.push(item)
    const redactions = await keyedAndPainted(context, decision, keys.keyOf, objects)
    const files = decision.outcome === 'withhold' ? [] : await releasedFiles(decision)
    frozen.set(item.id, {
      outcome: decision.outcome,
      redactions,
      files,
      log: logOf(decision, keys.keyOf),
      by: people.get(decision.decidedBy ?? '') ?? null,
      at: decision.decidedAt,
    })
  }
  const signed = signatureOver(context, request, digest, people, counts.redacted + counts.withheld)
  const grounds = keys.grounds().map((ground, place) => printed(ground, place, catalogue))
  const exemptions = [...new Set(keys.grounds().map(({ exemption }) => exemption))]
  return {
    review: { decisions: digest, grounds, ...counts, signed },
    items: kept,
    decisions: frozen,
    exemptions,
    objects,
    undecided,
  }
}

const COUNTER = {
  release: 'released',
  redact: 'redacted',
  withhold: 'withheld',
  'not-responsive': 'notResponsive',
} as const

/** Whether somebody decided on a record as it is now. */
function isDecided(db: Driver, decision: ReviewDecision | undefined): boolean {
  return decision !== undefined && !hasChanged(db, decision)
}

function refuseUndecided(open: number, all: number): void {
  if (open === 0) return
  throw incomplete(
    `${amount(open, 'record')} of ${all} that answer the request ${open === 1 ? 'is' : 'are'} not decided yet, or changed since. Decide on ${open === 1 ? 'it' : 'them'} in the review first, or build an instalment of what is decided.`,
  )
}

/** @param on the day of the packet; `asks`: whether the City has an ordinance that may require release of what the CPRA lets it keep back */
function refuseUnsettled(
  decisions: readonly ReviewDecision[],
  catalogue: Catalogue,
  { on, asks }: { readonly on: LocalDate; readonly asks: boolean },
): void {
  refuseUnconfirmed(decisions, catalogue)
  refuseOutOfForce(decisions, catalogue, on)
  const open = asks
    ? unansweredInWords(
        decisions.flatMap((one) => [...unanswered(one, catalogue)]),
        catalogue,
      )
    : null
  if (open !== null) throw incomplete(open)
}

function refuseHits(
  { db, signal }: JobContext,
  request: PublicRequest,
  items: readonly Chosen[],
  decisions: ReadonlyMap<number, ReviewDecision>,
): void {
  const words = redactedWords(db, decisions.values())
  const kept = keptWords(db, request.id)
  const [saying, holding] = [new Set<number>(), new Set<number>()]
  const ids = items.map(({ id }) => id)
  for (const some of hitsAmong({ db, reading: readAnew(db), decisions, words, kept }, ids)) {
    signal.throwIfAborted()
    for (const { record, isFile } of some) (isFile ? holding : saying).add(record)
  }
  const lacks = [
    ...(saying.size === 0
      ? []
      : [
          `${amount(saying.size, 'record')} ${saying.size === 1 ? 'says' : 'say'} words that are redacted in another one. Redact them there, too, or keep them with a reason.`,
        ]),
    ...(holding.size === 0
      ? []
      : [
          `${amount(holding.size, 'record')} ${holding.size === 1 ? 'holds' : 'hold'} a file, byte for byte, that is redacted in another one. Redact it there, too, or keep it with a reason.`,
        ]),
  ]
  if (lacks.length > 0) throw incomplete(lacks.join(' '))
}

async function keyedAndPainted(
  context: Making,
  { redactions }: ReviewDecision,
  keyOf: KeyOf,
  objects: NewObject[],
): Promise<FrozenDecision['redactions']> {
  const made = new Map<string, { readonly digest: ReturnType<typeof digestOf>; readonly size: number }>()
  for (const one of redactions) {
    if (one.field !== 'media' || one.boxes.length === 0 || made.has(one.digest)) continue
    const boxes = redactions.flatMap((other) =>
      other.field === 'media' && other.digest === one.digest ? other.boxes : [],
    )
    const painted = await paintedPicture(context, one.digest, boxes)
    objects.push(painted)
    made.set(one.digest, { digest: digestOf(painted.digest), size: painted.size })
  }
  return keyed(redactions, keyOf, ({ digest, boxes }) => (boxes.length === 0 ? null : (made.get(digest) ?? null)))
}

function logOf(decision: ReviewDecision, keyOf: KeyOf): LogEntry[] {
  const entries = new Map<string, { key: number; describes: string; places: number }>()
  for (const ground of groundsOf(decision)) {
    const key = keyOf(ground)
    const name = `${key} ${ground.describes}`
    const known = entries.get(name) ?? { key, describes: ground.describes, places: 0 }
    entries.set(name, { ...known, places: known.places + 1 })
  }
  return [...entries.values()]
}

function signatureOver(
  { db, draft }: Making,
  request: PublicRequest,
  digest: string,
  people: ReadonlyMap<string, NamedPerson>,
  keptBack: number,
): FrozenReview['signed'] {
  const last = lastSignature(db, request.id)
  const by = last === null || digestOf(last.decisions) !== digest ? undefined : people.get(last.by)
  if (last !== null && by !== undefined) return { by, at: last.at, key: last.key?.fingerprint ?? null }
  if (keptBack === 0 || draft) return null
  throw incomplete(
    `${amount(keptBack, 'record')} ${keptBack === 1 ? 'is' : 'are'} redacted or withheld, and the person responsible has not signed the review as it stands. The denial names that person (Gov. Code 7922.540).`,
  )
}

function printed(ground: AppliedGround, place: number, catalogue: Catalogue): PrintedGround {
  const exemption = catalogue(ground.exemption)
  if (exemption === undefined) throw new Error(`no exemption ${ground.exemption}`)
  const { citation, former, text, basis, confirmed } = exemption
  return {
    key: place + 1,
    citation,
    formerly: former,
    covers: text,
    basis,
    law: ground.law,
    harm: ground.harm,
    confirmed,
    ...(ground.ordinance === undefined ? {} : { ordinance: ground.ordinance.by }),
  }
}
