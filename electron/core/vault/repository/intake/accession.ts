// Accessions with their packages and members.

import { AccessionId, type Digest } from '../../../../../shared/domain/id.ts'
import { Accession, Package } from '../../../../../shared/domain/intake/accession.ts'
import { Reconciliation } from '../../../../../shared/domain/intake/reconciliation.ts'
import type { TextOrigin } from '../../../../../shared/domain/record/text-origin.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'
import { correctionsOf, isAside } from './correction.ts'
import { forgetTallies } from './import-tally.ts'

export interface NewMember {
  readonly package: string
  readonly position: number
  readonly name: string
  readonly headerOffset: number
  readonly dataOffset: number
  readonly packedSize: number
  readonly size: number
  readonly method: string
  readonly crc32: number
  readonly use: 'data' | 'media' | 'unread' | 'quarantined' | 'left-out'
  readonly finding: string | null
  /** Taken when the package was sealed, where its files lie one by one. */
  readonly digest?: Uint8Array | null
}

export interface NewPackage {
  readonly id: string
  readonly part: number
  readonly name: string
  readonly form: string
  readonly size: number
  readonly digest: Uint8Array
  /** Of what lies in the vault, where that is not what was received. */
  readonly kept?: Uint8Array | null
  /** Whether members were left out of it. */
  readonly filtered?: boolean
}

export interface NewAccession {
  readonly account: number
  readonly platform: string
  readonly layout: string
  readonly parser: string
  readonly texts?: TextOrigin | undefined
  readonly generatedAt: number | null
  readonly job: string
  readonly packages: readonly NewPackage[]
}

/** Begins an accession with its sealed packages. Returns its number. */
export function insertAccession(db: Driver, accession: NewAccession, at: number, by: string | null): number {
  const { account, platform, layout, parser, texts, generatedAt, job } = accession
  const { id } = db.run(
    `INSERT INTO accession (account_id, platform, layout, parser, received_at, received_by, generated_at, state, job_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'receiving', ?)`,
    account,
    platform,
    layout,
    parser,
    at,
    by,
    generatedAt,
    job,
  )
  setTextOrigin(db, id, texts)
  for (const { id: packageId, part, name, form, size, digest, kept, filtered } of accession.packages) {
    const state = filtered === true ? 'filtered' : 'sealed'
    db.run('INSERT INTO package VALUES (?, ?, ?, ?, ?, ?, ?, ?)', packageId, id, part, name, form, size, digest, state)
    if (kept) db.run('INSERT INTO package_kept VALUES (?, ?)', packageId, kept)
  }
  return id
}

/** Writes down how the texts of an import come about; undefined where its platform does not say. */
export function setTextOrigin(db: Driver, accession: number, origin: TextOrigin | undefined): void {
  db.run('DELETE FROM text_origin WHERE accession_id = ?', accession)
  if (origin !== undefined) db.run('INSERT INTO text_origin VALUES (?, ?)', accession, JSON.stringify(origin))
}

/** Writes members down; their numbers follow one another from the one returned. */
export function insertMembers(db: Driver, members: readonly NewMember[]): number {
  const first = (db.get<{ id: number | null }>('SELECT max(id) AS id FROM member')?.id ?? 0) + 1
  for (const [place, member] of members.entries()) {
    db.run(
      'INSERT INTO member VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)',
      first + place,
      member.package,
      member.position,
      member.name,
      member.headerOffset,
      member.dataOffset,
      member.packedSize,
      member.size,
      member.method,
      member.crc32,
      member.digest ?? null,
      member.use,
      member.finding,
    )
  }
  return first
}

/** Ends an accession: its root, its reconciliation. */
export function completeAccession(
  db: Driver,
  id: number,
  end: {
    root: Uint8Array | null
    leaves: number
    records: number
    versions: number
    unexplained: number
    reconciliation: Reconciliation
  },
): void {
  db.run(
    "UPDATE accession SET state = 'complete', root = ?, leaves = ?, records = ?, versions = ?, unexplained = ?, reconciliation = ? WHERE id = ?",
    end.root,
    end.leaves,
    end.records,
    end.versions,
    end.unexplained,
    JSON.stringify(end.reconciliation),
    id,
  )
}

/** Where packages of a size were received, newest first, with what each was digested to. Undone imports are none. */
export function packagesOfSize(db: Driver, size: number): (Received & { readonly digest: Digest })[] {
  return db
    .all<{ digest: Uint8Array; id: number; at: number }>(
      `SELECT package.digest, accession.id, accession.received_at AS at
       FROM package JOIN accession ON accession.id = package.accession_id
       WHERE package.size = ? AND accession.state IN ('receiving', 'complete') ORDER BY accession.id DESC`,
      size,
    )
    .map(({ digest, id, at }) => ({
      digest: digestOf(digest),
      accession: AccessionId.parse(id),
      at: Instant.parse(at),
    }))
}

interface Received {
  readonly accession: AccessionId
  readonly at: Instant
}

interface AccessionRow {
  id: number
  account_id: number
  platform: string
  received_at: number
  received_by: string | null
  generated_at: number | null
  state: string
  job_id: string
  root: Uint8Array | null
  records: number
  unexplained: number
}

/** Everything received, newest first. */
export function listAccessions(db: Driver): Accession[] {
  return db.all<AccessionRow>('SELECT * FROM accession ORDER BY id DESC').map((row) =>
    Accession.parse({
      id: row.id,
      account: row.account_id,
      platform: row.platform,
      receivedAt: row.received_at,
      receivedBy: row.received_by,
      generatedAt: row.generated_at,
      state: row.state,
      job: row.job_id,
      records: row.records,
      unexplained: row.unexplained,
      root: row.root === null ? null : digestOf(row.root),
      packages: packagesOf(db, row.id),
      aside: isAside(db, row.id),
      corrections: correctionsOf(db, row.id),
    }),
  )
}

/** The reconciliation of an accession; null while it is received, after it was undone, or where there is none of that number. */
export function reconciliationOf(db: Driver, id: AccessionId): Reconciliation | null {
  const row = db.get<{ reconciliation: string | null }>('SELECT reconciliation FROM accession WHERE id = ?', id)
  return row?.reconciliation ? Reconciliation.parse(JSON.parse(row.reconciliation)) : null
}

function packagesOf(db: Driver, accession: number): Package[] {
  const rows = db.all<{ digest: Uint8Array; id: string }>(
    `SELECT id, part, name, size, digest, form, state, (SELECT count(*) FROM member WHERE package_id = package.id) AS members
     FROM package WHERE accession_id = ? ORDER BY part`,
    accession,
  )
  return rows.map((row) => Package.parse({ ...row, digest: digestOf(row.digest) }))
}

/** The accession that a job began, or null where it had not come so far. */
export function accessionOfJob(db: Driver, job: string): { id: number; state: string } | null {
  return db.get<{ id: number; state: string }>('SELECT id, state FROM accession WHERE job_id = ?', job) ?? null
}

/** Whether another import of the same account came after this one. */
export function hasLaterAccession(db: Driver, id: number): boolean {
  const sql = `SELECT 1 FROM accession AS later JOIN accession AS this ON this.account_id = later.account_id
    WHERE this.id = ? AND later.id > this.id AND later.state <> 'undone'`
  return db.get(sql, id) !== undefined
}

interface HeldObject {
  readonly digest: Uint8Array
  readonly in_place: number
  /** Another stored member with these bytes, in a package that stays. */
  readonly elsewhere: number | null
  /** Whether anything that stays was made of these bytes. */
  readonly named: number
}

/** The objects of an accession's members; what another import has digested is named by its member before a record names it. */
const HELD = `WITH own AS (SELECT member.id, member.digest FROM member JOIN package ON package.id = package_id
      WHERE accession_id = ? AND member.digest IS NOT NULL),
    other AS (SELECT member.digest, min(CASE method WHEN 'stored' THEN member.id END) AS stored
      FROM member JOIN package ON package.id = package_id
      WHERE accession_id <> ? AND struck_at IS NULL AND state <> 'unlinked'
        AND member.digest IN (SELECT digest FROM own) GROUP BY member.digest)
  SELECT object.digest, object.member_id IS NOT NULL AS in_place, other.stored AS elsewhere,
    other.digest IS NOT NULL OR EXISTS (SELECT 1 FROM media WHERE object_digest = object.digest)
      OR EXISTS (SELECT 1 FROM hold WHERE object.digest IN (document_digest, release_digest))
      OR EXISTS (SELECT 1 FROM transfer_receipt WHERE document_digest = object.digest)
      OR EXISTS (SELECT 1 FROM record_lock WHERE order_digest = object.digest)
      OR EXISTS (SELECT 1 FROM attachment WHERE object_digest = object.digest)
      OR EXISTS (SELECT 1 FROM schedule WHERE source_digest = object.digest)
      OR EXISTS (SELECT 1 FROM production WHERE packet_digest = object.digest)
      OR EXISTS (SELECT 1 FROM plan WHERE object_digest = object.digest) AS named
  FROM object LEFT JOIN other USING (digest)
  WHERE object.digest IN (SELECT digest FROM own) AND (member_id IS NULL OR member_id IN (SELECT id FROM own))`

const OF_ACCESSION =
  'SELECT capture.id FROM capture JOIN accession ON accession.job_id = capture.job_id WHERE accession.id = ?'

/**
 * Forgets the packages of an accession that is undone, with the objects that nothing else names. An object served from one of them is
 * served from another package that holds the same bytes.
 * @returns what may now be unlinked: package ids, and digests of loose objects; and all objects that are no longer there
 * @throws Error where something that stays needs bytes that only these packages hold; nothing is changed then
 */
export function forgetPackages(
  db: Driver,
  accession: number,
): { packages: string[]; objects: string[]; revoked: Digest[] } {
  const packages = db
    .all<{ id: string }>('SELECT id FROM package WHERE accession_id = ?', accession)
    .map((row) => row.id)
  const loose: Digest[] = []
  const revoked: Digest[] = []
  for (const { digest, in_place, elsewhere, named } of db.all<HeldObject>(HELD, accession, accession)) {
    if (in_place === 1 && elsewhere !== null) {
      db.run('UPDATE object SET member_id = ? WHERE digest = ?', elsewhere, digest)
      continue
    }
    if (named === 1) {
      if (in_place === 1) throw new Error(`the bytes ${digestOf(digest)} are needed and lie in no other package`)
      continue
    }
    db.run('DELETE FROM object WHERE digest = ?', digest)
    revoked.push(digestOf(digest))
    if (in_place === 0) loose.push(digestOf(digest))
  }
  for (const id of packages) {
    db.run('DELETE FROM left_out WHERE member_id IN (SELECT id FROM member WHERE package_id = ?)', id)
    db.run('DELETE FROM package_inside WHERE package_id = ?', id)
    db.run('DELETE FROM package_kept WHERE package_id = ?', id)
  }
  db.run('DELETE FROM accession_mapping WHERE accession_id = ?', accession)
  // What a capture told, and what it alone showed before, is told no more.
  db.run(
    `DELETE FROM capture_change WHERE capture_id IN (${OF_ACCESSION}) OR shown_id IN (${OF_ACCESSION})`,
    ...[accession, accession],
  )
  forgetTallies(db, accession)
  for (const id of packages) {
    // Of what was removed under an order only the leaves are left, and the bytes that were struck.
    db.run('DELETE FROM observation WHERE member_id IN (SELECT id FROM member WHERE package_id = ?)', id)
    db.run('DELETE FROM strike WHERE package_id = ?', id)
    db.run('DELETE FROM member WHERE package_id = ?', id)
  }
  db.run('DELETE FROM package WHERE accession_id = ?', accession)
  db.run(
    "UPDATE accession SET state = 'undone', root = NULL, leaves = 0, records = 0, versions = 0, reconciliation = NULL WHERE id = ?",
    accession,
  )
  return { packages, objects: loose, revoked }
}
