// What a review copy tells: every record that answers the request, with what would be taken out, on which grounds, and who decided.

import { RecordId } from '../../../../shared/domain/id.ts'
import type { Person } from '../../../../shared/domain/people/person.ts'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import { groundKeys, keyed } from '../../../../shared/domain/review/ground-keys.ts'
import type { KeyedRedaction } from '../../../../shared/domain/review/redact-record.ts'
import { asksOrdinance, groundsOf, type ReviewDecision } from '../../../../shared/domain/review/review.ts'
import {
  type CopyContent,
  type CopyGround,
  type CopyRecord,
  PRIVILEGED,
} from '../../../../shared/domain/review/review-copy.ts'
import { groundsInWords, seenThrough, seeThroughRecord } from '../../../../shared/domain/review/see-through.ts'
import { platformName } from '../../../../shared/text/names.ts'
import type { JobContext } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { listAccounts, listPeople } from '../../vault/repository/account/people.ts'
import { standingRestriction } from '../../vault/repository/record/restriction.ts'
import { catalogueOf } from '../catalogue.ts'
import { lawOf } from '../law-book.ts'
import { recordTime } from '../packet/local-time.ts'
import { responsiveSet } from '../review/responsive-set.ts'
import { hasChanged, standingOf } from '../review/standing.ts'

/** A record of the copy with its files, as they are in the vault. */
export interface CopiedRecord {
  readonly told: CopyRecord
  readonly detail: RecordDetail
  readonly redactions: readonly KeyedRedaction[]
}

export interface CopyDraft {
  readonly content: CopyContent
  readonly records: readonly CopiedRecord[]
}

/** @param reader for whom it is made; @param replyTo the recipient for which replies are encrypted */
export async function copyContent(
  context: JobContext,
  request: PublicRequest,
  reader: Pick<Person, 'name' | 'title'>,
  replyTo: string,
): Promise<CopyDraft> {
  const { db, folder, actor, startedAt } = context
  const { city, zone } = readVaultFile(folder)
  const { decisions, digest } = standingOf(db, request.id)
  const people = listPeople(db)
  const accounts = new Map(listAccounts(db).map((one) => [one.id, `@${one.handle} on ${platformName(one.platform)}`]))
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? ''
  const keys = groundKeys()
  const items = await responsiveSet(context, request)
  const records: CopiedRecord[] = []
  for (const [place, { id }] of items.entries()) {
    context.signal.throwIfAborted()
    const detail = recordDetail(db, RecordId.parse(id))
    if (detail === null) continue
    const decided = decisions.get(id)
    const decision = decided === undefined || hasChanged(db, decided) ? null : decided
    const redactions = keyed(decision?.redactions ?? [], keys.keyOf)
    const restricted = standingRestriction(db, id)
    const seen = seeThroughRecord(detail, redactions)
    const told: CopyRecord = {
      number: place + 1,
      record: detail.id,
      kind: detail.kind,
      account: accounts.get(detail.account) ?? '',
      when: recordTime(detail.at, detail.precision, zone),
      author: seen.author,
      outcome: decision?.outcome ?? null,
      keeps: keptBack(decision, keys.keyOf),
      reason: decision?.reason ?? '',
      decidedBy: nameOf(decision?.decidedBy ?? null),
      texts: seenThrough(detail, redactions),
      facts: [...(restricted === null ? [] : [`Restricted: ${restricted.ground}`]), ...factsOf(seen)],
      files: filesOf(seen, redactions),
    }
    records.push({ told, detail, redactions })
    context.progress({ stage: 'reading', done: place + 1, total: items.length, unit: 'records' })
  }
  const catalogue = catalogueOf(db, folder)
  const { hasOrdinance } = lawOf(city)
  const grounds = keys.grounds().map((ground, place): CopyGround => {
    const exemption = catalogue(ground.exemption)
    if (exemption === undefined) throw new Error(`no exemption ${ground.exemption}`)
    const { citation, text, confirmed } = exemption
    const ordinanceOpen = hasOrdinance && asksOrdinance([ground], catalogue)
    return {
      ...{ key: place + 1, ground, citation, covers: text, ordinanceOpen },
      confirmed,
    }
  })
  const maker = people.find(({ id }) => id === actor.person)
  const content: CopyContent = {
    ...{ format: 'muniment-review-copy', formatVersion: 1, city, zone, request: request.id, asked: request.text },
    ...{ madeAt: startedAt, madeBy: maker === undefined ? null : { name: maker.name, title: maker.title } },
    ...{ madeFor: { name: reader.name, title: reader.title }, decisions: digest, replyTo, privileged: PRIVILEGED },
    ...{ grounds, records: records.map(({ told }) => told) },
  }
  return { content, records }
}

function keptBack(decision: ReviewDecision | null, keyOf: ReturnType<typeof groundKeys>['keyOf']): CopyRecord['keeps'] {
  const all = decision === null ? [] : groundsOf(decision)
  const told = all.map((ground) => ({ key: keyOf(ground), describes: ground.describes }))
  return [...new Map(told.map((one) => [`${one.key} ${one.describes}`, one])).values()]
}

/** Links and what else the platform told, a line each. */
function factsOf({ versions, nativeId, conversation, parentNativeId }: RecordDetail): string[] {
  const newest = versions.at(-1)
  const links =
    newest?.links.map(({ shown, target }) => `Link: ${shown === target ? '' : `${shown} → `}${target}`) ?? []
  const details = Object.entries(newest?.details ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null
      ? []
      : [`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`],
  )
  return [
    `Number on the platform: ${nativeId}`,
    ...(parentNativeId === null ? [] : [`In reply to: ${parentNativeId}`]),
    ...(conversation === null ? [] : [`Conversation: ${conversation}`]),
    ...links,
    ...details,
  ]
}

/** The files of the newest version, and what would become of each. */
function filesOf({ versions }: RecordDetail, redactions: readonly KeyedRedaction[]): string[] {
  return (versions.at(-1)?.media ?? []).map(({ name, alt, digest, missing }) => {
    const own = redactions.flatMap((one) => (one.field === 'media' && one.digest === digest ? [one] : []))
    const keys = [...new Set(own.map(({ key }) => key))].sort((a, b) => a - b)
    const whole = own.some(({ boxes }) => boxes.length === 0)
    const fate =
      keys.length === 0 ? '' : whole ? `; withheld whole, ${groundsInWords(keys)}` : `; boxes, ${groundsInWords(keys)}`
    return `${name}${alt === null ? '' : ` (${alt})`}${missing === null ? '' : `; not in the vault: ${missing}`}${fate}`
  })
}
