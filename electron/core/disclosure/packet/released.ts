// A record as its production froze it: later imports change nothing of what a packet says.
import { z } from 'zod'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type AccountId, RecordId } from '../../../../shared/domain/id.ts'
import {
  type Measure,
  type MediaItem,
  type RecordDetail,
  RecordState,
  type Version,
} from '../../../../shared/domain/record/record.ts'
import { hidesWho } from '../../../../shared/domain/review/redact-record.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { safeFileName, type UsedNames } from '../../../../shared/text/file-name.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordDetail } from '../../vault/record/read.ts'
import {
  itemsFrom,
  measuresWithin,
  type ProductionItem,
  parentLabel,
  stateWithin,
} from '../../vault/repository/packet/production.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'
import type { Delta, FrozenAccount, PacketDocument } from '../document.ts'
import { asDecided } from '../review/as-decided.ts'
import { FrozenDecision } from '../review/frozen.ts'
import { refuseUnreviewed, unreviewed } from '../unreviewed.ts'

/** A media item with the file it is in the packet; null where the vault holds no bytes for it. */
export interface ReleasedMedia {
  readonly item: MediaItem
  readonly file: string | null
}

/** One state of a record's content with its media. */
export interface ReleasedVersion {
  readonly version: Version
  readonly media: readonly ReleasedMedia[]
}

/** A record as a document tells it: one version, and those before it. */
export interface Told {
  readonly label: string
  readonly account: FrozenAccount
  readonly record: RecordDetail
  readonly newest: ReleasedVersion
  readonly earlier: readonly ReleasedVersion[]
  readonly measures: readonly Measure[]
  /** What the record that it answers is called in this document, where it is told of. */
  readonly parent: string | null
  /** What was decided of it; null where nothing was reviewed. What it keeps back is nowhere else here. */
  readonly decision: FrozenDecision | null
}

/** A record as it is released: the frozen version. */
export interface Released extends Told {
  readonly item: ProductionItem
  /** Path of its native file in the packet. */
  readonly native: string
  /** The record of an earlier packet that it replaces; null where it is new. */
  readonly replaces: Delta['replaced'][number] | null
}

const PAGE = 200
const Deleted = z.object({ state: RecordState, deletedAt: Instant.nullable() })

/** The exports of a production: when each was made, and all as a JSON array. */
export interface Scope {
  readonly made: ReadonlyMap<number, number>
  readonly json: string
}

/** What a production was searched in. */
export function scopeOf({ exports }: PacketDocument): Scope {
  const made = exports.map((one) => [one.accession, one.generatedAt ?? one.receivedAt] as const)
  return { made: new Map<number, number>(made), json: JSON.stringify(exports.map(({ accession }) => accession)) }
}

/** Reads the records of a production in order, a few at a time, `from` a position up to before `to`. @throws MunimentError RECORD_UNKNOWN, VAULT_DAMAGED */
export function* releasedRecords(
  db: Driver,
  production: number,
  document: PacketDocument,
  { from = 0, to = Number.POSITIVE_INFINITY }: { readonly from?: number; readonly to?: number } = {},
): Generator<Released> {
  const scope = scopeOf(document)
  const accounts = new Map(document.accounts.map((account) => [account.id, account]))
  const replaced = new Map(document.delta?.replaced.map((one) => [one.position, one]))
  for (let position = from; ; position += PAGE) {
    const items = itemsFrom(db, production, position, PAGE)
    if (items.length === 0) return
    for (const item of items) {
      if (item.position >= to) return
      const replaces = replaced.get(item.position) ?? null
      yield { ...releasedOf(db, production, item, scope, accounts), replaces }
    }
  }
}

function releasedOf(
  db: Driver,
  production: number,
  item: ProductionItem,
  scope: Scope,
  accounts: ReadonlyMap<AccountId, FrozenAccount>,
): Omit<Released, 'replaces'> {
  refuseLocked(db, item.record)
  const whole = recordDetail(db, RecordId.parse(item.record))
  const decision = item.decision === null ? null : FrozenDecision.parse(JSON.parse(item.decision))
  const guarded = unreviewed(db)
  if (decision?.outcome !== 'withhold') guarded.look([item.record])
  refuseUnreviewed(guarded)
  const detail = whole && asDecided(whole, decision)
  const account = detail && accounts.get(detail.account)
  if (!detail || !account) throw gone(item.label)
  const versions = versionsWithin(detail, item, scope)
  const newest = versions.at(-1)
  if (newest === undefined) throw gone(item.label)
  const state = stateIn(db, detail, scope)
  // The label of what it answers is of this packet, and tells nothing that the packet does not.
  const answers = decision?.outcome === 'withhold' ? null : (whole?.parentNativeId ?? null)
  const parent = answers === null ? null : parentLabel(db, production, detail.account, answers)
  return {
    item,
    label: item.label,
    account,
    record: { ...detail, ...state },
    newest,
    earlier: versions.slice(0, -1),
    measures:
      decision !== null && (decision.outcome === 'withhold' || hidesWho(decision.redactions))
        ? []
        : measuresWithin(db, detail.id, scope.json),
    parent,
    native: `native/${item.label}.json`,
    decision,
  }
}

/** How a record stood on its platform by the exports of a production. */
export function stateIn(db: Driver, detail: RecordDetail, { json }: Scope): z.infer<typeof Deleted> {
  return Deleted.parse(stateWithin(db, detail.id, detail, json))
}

/** The versions of a record that a production tells of, in the order in which exports show them last. */
export function versionsWithin(
  detail: RecordDetail,
  item: Pick<ProductionItem, 'number' | 'label'>,
  { made }: Scope,
): ReleasedVersion[] {
  const used: UsedNames = new Map()
  return detail.versions
    .map((version) => ({ ...version, observations: version.observations.filter((one) => made.has(one.accession)) }))
    .filter(({ number, observations }) => number <= item.number && observations.length > 0)
    .sort((a, b) => inOrder(lastShown(a, made), lastShown(b, made)) || a.number - b.number)
    .map((version) => ({ version, media: version.media.map((media) => named(media, item.label, used)) }))
}

/** By when the export was made that shows a version last, then by its accession. */
function lastShown({ observations }: Version, made: ReadonlyMap<number, number>): readonly [number, number] {
  return observations
    .map(({ accession }): readonly [number, number] => [made.get(accession) ?? 0, accession])
    .reduce((last, one) => (inOrder(last, one) < 0 ? one : last))
}

function inOrder(one: readonly [number, number], other: readonly [number, number]): number {
  return one[0] - other[0] || one[1] - other[1]
}

function named(item: MediaItem, label: string, used: UsedNames): ReleasedMedia {
  if (item.digest === null || item.size === null) return { item, file: null }
  // A percent sign would have to be coded in a BagIt manifest (RFC 8493, 2.1.3), where `sha256sum` reads it as it stands.
  const base = item.name
    .replace(/^.*[/\\]/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('%', '_')
  return { item, file: `media/${safeFileName(`${label}-${base}`, used)}` }
}

function gone(label: string): MunimentError {
  return new MunimentError(
    'RECORD_UNKNOWN',
    `The record numbered ${label} is no longer in the vault. No packet was made; start it again, so that the responsive set is taken anew.`,
  )
}
