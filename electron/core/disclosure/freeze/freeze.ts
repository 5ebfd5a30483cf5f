// Freezing a production: the responsive set as it is now, numbered, salted, with all that its packet will say.

import type { ProductionId } from '../../../../shared/domain/id.ts'
import type { PublicRequest } from '../../../../shared/domain/request.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { JobContext } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { listAccessions } from '../../vault/repository/accession.ts'
import type { NewObject } from '../../vault/repository/object.ts'
import { listAccounts, listPeople } from '../../vault/repository/people.ts'
import { picturesOf } from '../../vault/repository/production.ts'
import { MUNIMENT_VERSION } from '../../vault/version.ts'
import packetFreeze from '../batches/packet.freeze.ts'
import { cityPrefix } from '../city.ts'
import { PacketDocument, type Rendition } from '../document.ts'
import { inWords, queryOf, responsive, searchOf } from '../responsive.ts'
import { coverageOf } from './coverage.ts'
import { type Chosen, gathering } from './order.ts'
import { renditionOf } from './rendition.ts'

const SALT = 16

/**
 * Settles what answers a request now.
 * @returns the production's number
 * @throws MunimentError INPUT_INVALID, VAULT_DAMAGED
 */
export async function freeze(context: JobContext, request: PublicRequest): Promise<ProductionId> {
  const { db, folder, signal } = context
  const about = readVaultFile(folder)
  const register = listAccounts(db)
  const accessions = listAccessions(db)
  const complete = JSON.stringify(accessions.filter(({ state }) => state === 'complete').map(({ id }) => id))
  const search = searchOf(db, folder, request)
  const today = localDate(context.startedAt, about.zone)
  const coverage = coverageOf(db, request, register, accessions, today, about.zone)

  const chosen = gathering()
  const byKind: Record<string, number> = {}
  const counts = { records: 0, byKind, media: 0, undated: 0 }
  const left = { incomplete: 0, locked: 0 }
  for await (const page of responsive(db, search, request, complete, signal, (_, why) => (left[why] += 1))) {
    for (const found of page) {
      chosen.add(found)
      counts.records += 1
      byKind[found.kind] = (byKind[found.kind] ?? 0) + 1
      counts.media += found.media
      counts.undated += found.dated === 0 ? 1 : 0
    }
    context.progress({ stage: 'searching', done: counts.records, total: null, unit: 'records' })
  }
  const items = chosen.ordered()
  const { renditions, objects } = await makeRenditions(context, items)
  const handles = new Map<number, string>(register.map(({ id, handle }) => [id, `@${handle}`]))
  const document: PacketDocument = PacketDocument.parse({
    format: 1,
    muniment: MUNIMENT_VERSION,
    vault: { id: about.vaultId, city: about.city, zone: about.zone },
    preparedBy: listPeople(db).find(({ id }) => id === context.actor.person) ?? null,
    request: publicPart(request),
    query: queryOf(request),
    ...coverage,
    notSearched: [...coverage.notSearched, ...remarks(left, counts.undated, request)],
    counts,
    renditions,
  })
  const frozen = await context.write(packetFreeze, {
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
    objects,
  })
  return frozen.production
}

/** The requester is nobody else's business: who asked stands nowhere in a packet. */
function publicPart({ id, receivedOn, text, accounts, from, to, search }: PublicRequest): PacketDocument['request'] {
  return { id, receivedOn, text, accounts, from, to, search }
}

function remarks(left: { incomplete: number; locked: number }, undated: number, { from, to }: PublicRequest): string[] {
  const sentences: string[] = []
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
  context: JobContext,
  items: readonly Chosen[],
): Promise<{ renditions: Rendition[]; objects: NewObject[] }> {
  const renditions: Rendition[] = []
  const objects: NewObject[] = []
  const seen = new Set<string>()
  for (const [place, { id, number }] of items.entries()) {
    context.signal.throwIfAborted()
    for (const { digest } of picturesOf(context.db, id, number)) {
      if (seen.has(digest)) continue
      seen.add(digest)
      const made = await renditionOf(context.db, context.folder, digest, `${context.id}-rendition`)
      if (made === null) continue
      renditions.push(made.rendition)
      if (made.object) objects.push(made.object)
    }
    context.progress({ stage: 'examining pictures', done: place + 1, total: items.length, unit: 'records' })
  }
  return { renditions, objects }
}
