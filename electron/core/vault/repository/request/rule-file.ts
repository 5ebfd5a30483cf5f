// Who may sign rule files, and the files that were applied, whole: the rules are read from them.
import { RuleSigner } from '../../../../../shared/contract/law-file.ts'
import type { PersonId } from '../../../../../shared/domain/id.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { fingerprintOf } from '../../key/seal.ts'

interface SignerRow {
  readonly id: number
  readonly publicKey: Uint8Array
}

/** Every signer, the newest first; those who are trusted no more, too. */
export function ruleSigners(db: Driver): RuleSigner[] {
  return db
    .all<SignerRow>(
      `SELECT rule_signer.id, rule_signer.name, rule_signer.public_key AS publicKey, trusted_at AS trustedAt, person.name AS trustedBy,
         ended_at AS endedAt, ended_reason AS endedReason
       FROM rule_signer JOIN person ON person.id = trusted_by ORDER BY rule_signer.id DESC`,
    )
    .map(({ publicKey, ...row }) => RuleSigner.parse({ ...row, fingerprint: fingerprintOf(publicKey) }))
}

/** The signer of a public key with the number of the file applied last, 0 for none; undefined where nobody is trusted with it. */
export function trustedSigner(
  db: Driver,
  publicKey: Uint8Array,
): { readonly id: number; readonly name: string; readonly last: number } | undefined {
  return db.get(
    `SELECT id, name, (SELECT coalesce(max(number), 0) FROM rule_file WHERE signer_id = rule_signer.id) AS last
     FROM rule_signer WHERE public_key = ? AND ended_at IS NULL`,
    publicKey,
  )
}

/** Whether a key was ever registered, also where it is trusted no more. */
export function isRuleSigner(db: Driver, publicKey: Uint8Array): boolean {
  return db.get('SELECT 1 FROM rule_signer WHERE public_key = ?', publicKey) !== undefined
}

/** Registers a signer. Returns the number. */
export function insertRuleSigner(db: Driver, name: string, publicKey: Uint8Array, at: Instant, by: PersonId): number {
  const sql = 'INSERT INTO rule_signer (name, public_key, trusted_at, trusted_by) VALUES (?, ?, ?, ?)'
  return db.run(sql, name, publicKey, at, by).id
}

/** Says that a signer is trusted no more. Returns whether one was. */
export function endRuleSigner(db: Driver, id: number, reason: string, at: Instant, by: PersonId): boolean {
  const sql = 'UPDATE rule_signer SET ended_at = ?, ended_by = ?, ended_reason = ? WHERE id = ? AND ended_at IS NULL'
  return db.run(sql, at, by, reason, id).changes > 0
}

/** A file that was applied. */
export interface AppliedRuleFile {
  readonly file: Uint8Array
  readonly signer: string
  readonly appliedAt: Instant
  readonly appliedBy: string
}

/** The files that were applied, the oldest first. */
export function appliedRuleFiles(db: Driver): AppliedRuleFile[] {
  return db
    .all<AppliedRuleFile>(
      `SELECT file, rule_signer.name AS signer, applied_at AS appliedAt, person.name AS appliedBy
       FROM rule_file JOIN rule_signer ON rule_signer.id = signer_id JOIN person ON person.id = applied_by ORDER BY rule_file.id`,
    )
    .map((row) => ({ ...row, appliedAt: Instant.parse(row.appliedAt) }))
}

/** Enters a file that is applied. */
export function insertRuleFile(
  db: Driver,
  applied: {
    readonly signer: number
    readonly number: number
    readonly file: Uint8Array
    readonly digest: Uint8Array
  },
  at: Instant,
  by: PersonId,
): void {
  const { signer, number, file, digest } = applied
  const sql =
    'INSERT INTO rule_file (signer_id, number, file, digest, applied_at, applied_by) VALUES (?, ?, ?, ?, ?, ?)'
  db.run(sql, signer, number, file, digest, at, by)
}
