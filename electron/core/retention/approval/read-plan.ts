// A plan as it lies in the vault, read again and held against its digest.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import type { PlanId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { existsSync, readFileSync } from '../../vault/cipher/fs.ts'
import { digestOf } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { findPlan, type KnownPlan } from '../../vault/repository/disposition/plan.ts'

/** A plan of this vault. @throws MunimentError PLAN_UNKNOWN */
export function knownPlan(db: Driver, id: PlanId): KnownPlan {
  const plan = findPlan(db, id)
  if (plan !== null) return plan
  throw new MunimentError('PLAN_UNKNOWN', `There is no purge plan ${id} in this vault. Nothing was changed.`)
}

/**
 * The plan's file.
 * @throws MunimentError DESTRUCTION_REFUSED where it is not the one that has this digest
 */
export function readPlan(folder: string, plan: KnownPlan): PlanFile {
  const path = join(folder, objectPath(plan.object))
  if (!existsSync(path)) {
    throw new MunimentError(
      'DESTRUCTION_REFUSED',
      `The file of purge plan ${plan.id} is not in the vault any more: it was destroyed under a plan, or is missing. Nothing was destroyed; its certificate says what was carried out.`,
    )
  }
  const text = readFileSync(path, 'utf8')
  const parsed = PlanFile.safeParse(JSON.parse(text))
  if (parsed.success && parsed.data.digest === plan.digest && digestOfText(text, plan.digest) === plan.digest)
    return parsed.data
  throw new MunimentError(
    'DESTRUCTION_REFUSED',
    `The file of purge plan ${plan.id} is not the one that was drawn up: its digest is another. Nothing was destroyed; draw up a new plan.`,
  )
}

/** The digest of a plan's file: over its canonical text without the member that says it. */
function digestOfText(text: string, digest: string): string {
  const member = `"digest":"${digest}",`
  const at = text.indexOf(member)
  const hash = createHash('sha256').update(text.slice(0, Math.max(at, 0)))
  return digestOf(hash.update(text.slice(at < 0 ? 0 : at + member.length)).digest())
}
