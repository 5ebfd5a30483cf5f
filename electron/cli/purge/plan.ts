// The plan that a command names by its file: the file is held against its own digest, and must be one of this vault.
import { createHash } from 'node:crypto'
import { MunimentError } from '../../../shared/contract/error.ts'
import { purgeList } from '../../../shared/contract/purge.ts'
import { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import type { PlanId } from '../../../shared/domain/id.ts'
import { canonicalJson } from '../../core/vault/canonical.ts'
import type { Context } from '../command.ts'
import { readJson } from '../input/file.ts'

/** A plan with its number in the vault. */
export interface NamedPlan {
  readonly id: PlanId
  readonly file: PlanFile
}

/** @throws MunimentError FILE_UNREADABLE, INPUT_INVALID, PLAN_UNKNOWN */
export async function planNamed({ vault, surroundings }: Context, path: string): Promise<NamedPlan> {
  const file = readJson(surroundings.folder, path, PlanFile)
  const { digest, ...body } = file
  if (createHash('sha256').update(canonicalJson(body)).digest('hex') !== digest) {
    const sentence = `${path} was changed since it was drawn up: its content does not have the digest that it says. Nothing was done.`
    throw new MunimentError('INPUT_INVALID', sentence)
  }
  const known = (await vault.ask(purgeList, {})).find((plan) => plan.digest === digest)
  if (known !== undefined) return { id: known.id, file }
  throw new MunimentError('PLAN_UNKNOWN', `${path} is no plan of this vault. Nothing was done.`)
}
