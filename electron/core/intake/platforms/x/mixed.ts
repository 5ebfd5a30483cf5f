// Owns telling two exports from the parts of one: their lists of contents name another account or another moment.
import { Instant, isoInstant } from '../../../../../shared/domain/time.ts'
import type { ExportTree } from '../../platform.ts'
import type { Manifest } from './manifest.ts'
import { survey } from './survey.ts'

/** Parts of one set are made in one go; how far apart X dates them is not known. */
const ONE_SET = 24 * 60 * 60 * 1000

/** Why the parts are not of one export, or null where they may be. Throws the signal's reason. */
export async function mixed(tree: ExportTree, signal: AbortSignal): Promise<string | null> {
  const { manifests } = await survey(tree, signal)
  const told = manifests.flatMap(({ manifest }) => manifest ?? [])
  const [first] = told
  const other = first && told.find((manifest) => !together(first, manifest))
  if (first === undefined || other === undefined) return null
  return `These are two exports, of ${called(first)} and of ${called(other)}: import them one after the other.`
}

function together(one: Manifest, other: Manifest): boolean {
  if (one.ownerNativeId !== null && other.ownerNativeId !== null && one.ownerNativeId !== other.ownerNativeId)
    return false
  if (one.generatedAt === null || other.generatedAt === null) return true
  const apart = Math.abs(one.generatedAt - other.generatedAt)
  return apart === 0 || (one.partial && other.partial && apart < ONE_SET)
}

function called({ ownerHandle, ownerNativeId, generatedAt }: Manifest): string {
  const whose = ownerHandle === null ? (ownerNativeId ?? 'an account not named') : `@${ownerHandle}`
  return generatedAt === null ? whose : `${whose} made ${isoInstant(Instant.parse(generatedAt))}`
}
