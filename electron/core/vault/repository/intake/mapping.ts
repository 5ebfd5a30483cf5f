// Mappings by which tables are read: every version is kept, and each import keeps a copy of the one it used.
import { createHash } from 'node:crypto'
import { MunimentError } from '../../../../../shared/contract/error.ts'
import type { AccessionId, PersonId } from '../../../../../shared/domain/id.ts'
import {
  type Mapping,
  type MappingName,
  type MappingRules,
  type MappingVersion,
  SavedMapping,
} from '../../../../../shared/domain/intake/mapping.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import { canonicalJson } from '../../canonical.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'

interface MappingRow {
  readonly name: string
  readonly version: number
  readonly rules: string
  readonly digest: Uint8Array
  readonly saved_at: number
  readonly saved_by: string | null
}

const NEWEST = `SELECT name, version, rules, digest, saved_at, saved_by FROM mapping AS this
  WHERE version = (SELECT max(version) FROM mapping WHERE name = this.name)`

/** SHA-256 of a mapping's rules, over their canonical JSON. */
function digestOfRules(rules: MappingRules): Uint8Array {
  return createHash('sha256').update(canonicalJson(rules)).digest()
}

/** Saves a mapping as the newest version of its name. One that says the same as the newest does adds none. */
export function saveMapping(db: Driver, { name, rules }: Mapping, at: Instant, by: PersonId | null): SavedMapping {
  const before = newestOf(db, name)
  const digest = digestOfRules(rules)
  if (before !== null && before.digest === digestOf(digest)) return before
  const version = (before?.version ?? 0) + 1
  const row = { name, version, rules: canonicalJson(rules), digest, saved_at: at, saved_by: by }
  db.run(
    'INSERT INTO mapping (name, version, rules, digest, saved_at, saved_by) VALUES (?, ?, ?, ?, ?, ?)',
    name,
    version,
    row.rules,
    digest,
    at,
    by,
  )
  return savedOf(row)
}

/** The newest version of each name, by name. */
export function listMappings(db: Driver): SavedMapping[] {
  return db.all<MappingRow>(`${NEWEST} ORDER BY name`).map(savedOf)
}

/** The newest version of a name, or null. */
export function newestOf(db: Driver, name: MappingName): SavedMapping | null {
  const row = db.get<MappingRow>(`${NEWEST} AND name = ?`, name)
  return row === undefined ? null : savedOf(row)
}

/**
 * The newest version of a name that must be there.
 * @throws MunimentError MAPPING_UNKNOWN
 */
export function mappingNamed(db: Driver, name: MappingName): SavedMapping {
  const found = newestOf(db, name)
  if (found !== null) return found
  throw new MunimentError(
    'MAPPING_UNKNOWN',
    `There is no mapping “${name}” in this vault. Nothing was kept; save it first, or choose one that is saved.`,
  )
}

/**
 * One version of a mapping, which stays as it is whatever is saved later.
 * @throws MunimentError MAPPING_UNKNOWN
 */
export function mappingVersion(db: Driver, { name, version }: MappingVersion): SavedMapping {
  const sql = 'SELECT name, version, rules, digest, saved_at, saved_by FROM mapping WHERE name = ? AND version = ?'
  const row = db.get<MappingRow>(sql, name, version)
  if (row !== undefined) return savedOf(row)
  throw new MunimentError(
    'MAPPING_UNKNOWN',
    `There is no version ${version} of a mapping “${name}” in this vault. Nothing was kept; save it first, or choose one that is saved.`,
  )
}

/** Keeps a copy of the mapping by which an accession is read. */
export function keepMapping(db: Driver, accession: AccessionId | number, mapping: SavedMapping): void {
  db.run(
    'INSERT INTO accession_mapping VALUES (?, ?, ?, ?, ?, ?, ?)',
    accession,
    mapping.name,
    mapping.version,
    canonicalJson(mapping.rules),
    Buffer.from(mapping.digest, 'hex'),
    mapping.savedAt,
    mapping.savedBy,
  )
}

/** The mapping by which an accession was read; null where it was none. */
export function mappingOfAccession(db: Driver, accession: number): SavedMapping | null {
  const sql = 'SELECT name, version, rules, digest, saved_at, saved_by FROM accession_mapping WHERE accession_id = ?'
  const row = db.get<MappingRow>(sql, accession)
  return row === undefined ? null : savedOf(row)
}

function savedOf({ name, version, rules, digest, saved_at, saved_by }: MappingRow): SavedMapping {
  return SavedMapping.parse({
    name,
    version,
    rules: JSON.parse(rules),
    digest: digestOf(digest),
    savedAt: saved_at,
    savedBy: saved_by,
  })
}
