// Freezing a production: the responsive set as it is now, numbered, salted, with all that its packet will say.

import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import type { AccountId, ProductionId } from '../../../../shared/domain/id.ts'
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import { ACCESS_CHECKS } from '../../../../shared/domain/review/packet-set.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { JobContext } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listAccounts, listPeople } from '../../vault/repository/account/people.ts'
import { listAccessions } from '../../vault/repository/intake/accession.ts'
import type { NewObject } from '../../vault/repository/object.ts'
import { type EarlierItem, earlierItems } from '../../vault/repository/packet/packet-set.ts'
import { picturesOf } from '../../vault/repository/packet/production.ts'
import { MUNIMENT_VERSION } from '../../vault/version.ts'
import packetFreeze, { type Freeze } from '../batches/packet.freeze.ts'
import { areAnswered } from '../checks/answered.ts'
import { cityPrefix } from '../city.ts'
import { PacketDocument, type Rendition } from '../document.ts'
import { type Found, inWords, queryOf, responsive, searchesOf, searchOf } from '../responsive.ts'
import { refuseUnreadFiles } from '../review/files.ts'
import { type TakenReview, takeReview } from '../review/freeze-review.ts'
import type { Making } from '../review/making.ts'
import { accountsIn } from '../searching/reach.ts'
import { refuseUnreviewed, unreviewed } from '../unreviewed.ts'
import type { Asked } from './asked.ts'
import { coverageOf } from './coverage.ts'
import { deltaOf, isTold } from './delta.ts'
import { letterFor } from './letter.ts'
import { type Chosen, gathering } from './order.ts'
import { publicPart } from './public-part.ts'
import { renditionOf } from './rendition.ts'
import { rulesBehind } from './rules.ts'

const SALT = 16
const SECRET = 32

/**
 * Settles what answers a request now.
 * @returns the production's number
 * @throws MunimentError INPUT_INVALID, RECORD_UNREVIEWED, REVIEW_INCOMPLETE, VAULT_DAMAGED
 */
export async function freeze(context: JobContext, request: PublicRequest, asked: Asked): Promise<ProductionId> {
  const settled = await settle({ ...context, into: context.folder, draft: false }, request, asked)
  return (await context.write(packetFreeze, settled)).production
}

/** What answers a request now, as a production or a draft would hold it; nothing is written down. @throws as {@link freeze} */
export async function settle(context: Making, request: PublicRequest, asked: Asked): Promise<Freeze> {
  const { db, folder, signal } = context
  const about = readVaultFile(folder)
  const register = listAccounts(db)
  const accessions = listAccessions(db)
  const complete = JSON.stringify(accessions.filter(({ state }) => state === 'complete').map(({ id }) => id))
  const search = searchOf(db, folder, request)
  const today = localDate(context.startedAt, about.zone)

  const chosen = gathering()
  const facts = new Map<number, Pick<Found, 'account' | 'kind' | 'media' | 'dated'>>()
  const byKind: Record<string, number> = {}
  const counts = { records: 0, byKind, media: 0, undated: 0 }
  const left = { incomplete: 0, locked: 0 }
  for await (const page of responsive(db, search, complete, signal, (_, why) => (left[why] += 1))) {
    for (const found of page) {
      chosen.add(found)
      facts.set(found.id, found)
    }
    context.progress({ stage: 'searching', done: facts.size, total: null, unit: 'records' })
  }
  const all = chosen.ordered()
  const foundIn = new Set([...facts.values()].map(({ account }) => account))
  const scope = { accounts: accountsOf(db, request, register, foundIn), to: request.to }
  const coverage = coverageOf(db, scope, register, accessions, today, about.zone)
  const earlier = asked.whole ? new Map<number, EarlierItem>() : earlierItems(db, request.id)
  const taken = await takeReview(context, request, all, {
    isTold: (item, one) => isTold(earlier.get(item.id), item, one),
    instalment: asked.instalment,
  })
  const items = taken?.items ?? all.filter((item) => !isTold(earlier.get(item.id), item, null))
  const undecided = taken?.undecided ?? 0
  const unchanged = all.length - items.length - undecided - (taken?.review.notResponsive ?? 0)
  if (items.length === 0 && undecided > 0) throw nothingDecided(request)
  if (items.length === 0 && unchanged > 0) throw nothingNew(request)
  if (taken === null) refuseUnreadFiles(db, items)
  // What is withheld goes nowhere, restricted or not.
  const guarded = unreviewed(db)
  guarded.look(items.flatMap(({ id }) => (taken?.decisions.get(id)?.outcome === 'withhold' ? [] : [id])))
  refuseUnreviewed(guarded)
  for (const { id } of items) {
    const found = facts.get(id)
    if (found === undefined || taken?.decisions.get(id)?.outcome === 'withhold') continue
    counts.records += 1
    byKind[found.kind] = (byKind[found.kind] ?? 0) + 1
    counts.media += found.media
    counts.undated += found.dated === 0 ? 1 : 0
  }
  const { renditions, objects } = await makeRenditions(context, items, taken)
  const handles = new Map<number, string>(register.map(({ id, handle }) => [id, `@${handle}`]))
  const document: PacketDocument = PacketDocument.parse({
    format: 1,
    muniment: MUNIMENT_VERSION,
    vault: { id: about.vaultId, city: about.city, zone: about.zone },
    preparedBy: listPeople(db).find(({ id }) => id === context.actor.person) ?? null,
    request: publicPart(request),
    query: queryOf(db, request),
    ...coverage,
    notSearched: [
      ...coverage.notSearched,
      ...remarks({ ...left, pending: asked.instalment ? undecided : 0 }, counts.undated, request),
    ],
    counts,
    renditions,
    review: taken?.review ?? null,
    concordance: asked.concordance,
    whole: asked.whole,
    instalment: asked.instalment,
    pending: asked.instalment ? undecided : 0,
    claims: !context.draft && areAnswered(db, request.id, ACCESS_CHECKS),
    delta: deltaOf(earlier, items, unchanged),
    letter: letterFor(db, request.id),
    rules: rulesBehind(db, about.city, taken?.exemptions ?? []),
    commitments: asked.commitments,
    draft: context.draft ? { undecided } : null,
  })
  return {
    request: request.id,
    frozenAt: context.startedAt,
    preparedBy: context.actor.person,
    searched: inWords(db, folder, request, handles),
    document: JSON.stringify(document),
    prefix: cityPrefix(about.city),
    year: today.slice(0, 4),
    records: Float64Array.from(items, ({ id }) => id),
    numbers: Uint32Array.from(items, ({ number }) => number),
    salts: items.length > 0 ? context.random('packet salts', 0, items.length * SALT) : new Uint8Array(0),
    secrets:
      asked.commitments && items.length > 0
        ? context.random('packet commitments', 0, items.length * SECRET)
        : new Uint8Array(0),
    decisions: taken === null ? null : items.map(({ id }) => JSON.stringify(taken.decisions.get(id))),
    objects: [...objects, ...(taken?.objects ?? [])],
  }
}

function nothingDecided({ id }: PublicRequest): MunimentError {
  return new MunimentError(
    'INPUT_INVALID',
    `Nobody has decided yet on anything that answers request ${id} and is not told by an earlier packet. No packet was made. Decide on some records first.`,
  )
}

/** The accounts that are searched, and those of what was taken in by hand: only what their exports gave is in the packet. */
function accountsOf(
  db: Driver,
  request: PublicRequest,
  register: readonly Account[],
  found: ReadonlySet<number>,
): AccountId[] {
  const searched = new Set(accountsIn(searchesOf(db, request), register).map(({ id }) => id))
  return register.map(({ id }) => id).filter((id) => searched.has(id) || found.has(id))
}

function nothingNew({ id, productions }: PublicRequest): MunimentError {
  const last = productions.findLast(({ packetDigest }) => packetDigest !== null)
  return new MunimentError(
    'INPUT_INVALID',
    `Nothing of what answers request ${id} is new or told otherwise since production ${last?.id ?? ''}. No packet was made. Decide on more records first, or have everything put into the packet again.`,
  )
}

interface Left {
  readonly incomplete: number
  readonly locked: number
  readonly pending: number
}

function remarks(left: Left, undated: number, { from, to }: PublicRequest): string[] {
  const sentences: string[] = []
  if (left.pending > 0)
    sentences.push(
      `This is an instalment. ${amount(left.pending, 'record')} that answer${left.pending === 1 ? 's' : ''} the request ${left.pending === 1 ? 'is' : 'are'} still being reviewed and not in this packet.`,
    )
  if (left.incomplete > 0)
    sentences.push(
      `${amount(left.incomplete, 'record')} that only an incomplete import holds ${left.incomplete === 1 ? 'was' : 'were'} left out.`,
    )
  if (left.locked > 0)
    sentences.push(
      `${amount(left.locked, 'record')} that answer${left.locked === 1 ? 's' : ''} the request ${left.locked === 1 ? 'is' : 'are'} locked (sealed by a court, or protected by law) and not in this packet. The City’s letter says under what law.`,
    )
  if (undated > 0 && (from !== null || to !== null)) {
    sentences.push(
      `${amount(undated, 'record')} whose time the source does not tell ${undated === 1 ? 'is' : 'are'} included, whatever the period.`,
    )
  }
  return sentences
}

async function makeRenditions(
  context: Making,
  items: readonly Chosen[],
  taken: TakenReview | null,
): Promise<{ renditions: Rendition[]; objects: NewObject[] }> {
  const renditions: Rendition[] = []
  const objects: NewObject[] = []
  const seen = new Set<string>()
  for (const [place, { id, number }] of items.entries()) {
    context.signal.throwIfAborted()
    const decision = taken?.decisions.get(id)
    if (decision?.outcome === 'withhold') continue
    for (const { digest } of picturesOf(context.db, id, number)) {
      if (decision?.redactions.some((one) => one.field === 'media' && one.digest === digest)) continue
      if (decision?.files.some(({ of }) => of === digest)) continue
      if (seen.has(digest)) continue
      seen.add(digest)
      const made = await renditionOf(context.db, context.folder, digest, `${context.id}-rendition`, context.into)
      if (made === null) continue
      renditions.push(made.rendition)
      if (made.object) objects.push(made.object)
    }
    context.progress({ stage: 'examining pictures', done: place + 1, total: items.length, unit: 'records' })
  }
  return { renditions, objects }
}
