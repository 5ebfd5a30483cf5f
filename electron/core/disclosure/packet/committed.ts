// What a record's fields say, as its commitments bind the City to them; and which of it a packet shows.
import { createHmac, createSecretKey } from 'node:crypto'
import { RecordId } from '../../../../shared/domain/id.ts'
import type { Measure, RecordDetail } from '../../../../shared/domain/record/record.ts'
import { type CommittedRecord, commitmentOf, FIELDS, type FieldValues } from '../../../../shared/packet/commitments.ts'
import { hexOf } from '../../../../shared/packet/tools.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { measuresWithin, type ProductionItem } from '../../vault/repository/packet/production.ts'
import type { FrozenAccount } from '../document.ts'
import { nodeTools } from '../verify/node-tools.ts'
import { sourceOf, type VersionSource } from './native.ts'
import { type Released, type ReleasedVersion, type Scope, stateIn, versionsWithin } from './released.ts'

const SALT = 16

/** Gives the salt of each field of a record: it tells nothing of the others, nor of the secret. */
export function saltsOf(secret: Uint8Array): (field: string) => Uint8Array {
  // Made once for all fields: to make a key ready takes longer than to use it.
  const key = createSecretKey(secret)
  return (field) => createHmac('sha256', key).update(field).digest().subarray(0, SALT)
}

interface Fields {
  readonly account: FrozenAccount
  readonly record: RecordDetail
  readonly versions: readonly ReleasedVersion[]
  readonly measures: readonly Measure[]
  readonly source: readonly VersionSource[] | null
}

/** What each field says; `source` is null where none is told. */
function valuesOf({ account, record, versions, measures, source }: Fields): FieldValues {
  const earlier = versions.slice(0, -1).map((one) => [one.version.number, one.version.text, linksOf(one), mediaOf(one)])
  const newest = versions.at(-1)
  const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  return {
    kind: record.kind,
    account: `${account.platform} ${account.handle}`,
    author: record.author,
    at: moment(record.at),
    conversation: record.conversation,
    inReplyTo: record.parentNativeId,
    state: JSON.stringify([record.state, moment(record.deletedAt)]),
    text: newest?.version.text ?? null,
    earlier: JSON.stringify(earlier),
    links: JSON.stringify(newest === undefined ? [] : linksOf(newest)),
    media: JSON.stringify(newest === undefined ? [] : mediaOf(newest)),
    details: canonicalJson(newest?.version.details ?? {}),
    measures: JSON.stringify(measures.map(({ name, value, seenAt }) => [name, value, moment(seenAt)])),
    source:
      source === null
        ? null
        : JSON.stringify(
            source.map(({ version, fragments }) => [version, fragments.map((one) => [one.role, one.received])]),
          ),
  }
}

function linksOf({ version }: ReleasedVersion) {
  return version.links.map(({ shown, target }) => [shown, target])
}

function mediaOf({ media }: ReleasedVersion) {
  return media.map(({ item: { role, name, digest, size, alt, missing } }) => [role, name, digest, size, alt, missing])
}

interface Whole {
  readonly values: FieldValues
  readonly source: readonly VersionSource[]
}

/** What every field of a record says in the vault, whatever is kept back of it. */
export function wholeValues(db: Driver, item: ProductionItem, account: FrozenAccount, scope: Scope): Whole | null {
  const whole = recordDetail(db, RecordId.parse(item.record))
  if (whole === null) return null
  const versions = versionsWithin(whole, item, scope)
  const record = { ...whole, ...stateIn(db, whole, scope) }
  const source = sourceOf(db, whole, versions)
  const measures = measuresWithin(db, whole.id, scope.json)
  return { values: valuesOf({ account, record, versions, measures, source }), source }
}

/** The same of a record that goes out as it stands in the vault, which is not read again; null where anything of it is kept back or made anew. */
function valuesAsReleased(db: Driver, released: Released): Whole | null {
  const { account, record, measures, earlier, newest, decision } = released
  if (decision !== null && (decision.outcome !== 'release' || decision.files.length > 0)) return null
  const versions = [...earlier, newest]
  const source = sourceOf(db, record, versions)
  return { values: valuesOf({ account, record, versions, measures, source }), source }
}

/** A record's commitments, and the fields that its own file shows: those that are released as they stand in the vault. */
export function committedRecord(
  db: Driver,
  released: Released,
  secret: Uint8Array,
  scope: Scope,
): { readonly record: CommittedRecord; readonly shown: FieldValues; readonly source: readonly VersionSource[] } | null {
  const { item, account, decision, label: number } = released
  const asReleased = valuesAsReleased(db, released)
  const whole = asReleased ?? wholeValues(db, item, account, scope)
  if (whole === null) return null
  const outcome = decision?.outcome ?? 'release'
  const masked = whole.source.some((one) => one.masked > 0)
  const versions = [...released.earlier, released.newest]
  const { record, measures } = released
  const told = outcome === 'release' && !masked ? whole.source : null
  const outOf = () => valuesOf({ account, record, versions, measures, source: told })
  const out = asReleased !== null && !masked ? whole.values : outcome === 'withhold' ? {} : outOf()
  const shown: Record<string, string | null> = {}
  const saltOf = saltsOf(secret)
  const commitments: string[] = []
  const salts: (string | null)[] = []
  for (const field of FIELDS) {
    const value = whole.values[field] ?? null
    const salt = saltOf(field)
    const isShown = field in out && out[field] === value
    if (isShown) shown[field] = value
    commitments.push(hexOf(commitmentOf(nodeTools, salt, number, field, value)))
    salts.push(isShown ? hexOf(salt) : null)
  }
  const grounds = [...new Set(decision?.log.map(({ key }) => key) ?? [])].sort((a, b) => a - b)
  return {
    record: { number, outcome: OUTCOMES[outcome], grounds, commitments, salts },
    shown,
    source: whole.source,
  }
}

const OUTCOMES = { release: 'released', redact: 'redacted', withhold: 'withheld' } as const
