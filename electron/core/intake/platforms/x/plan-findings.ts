// Owns what a clerk should know before anything of the export is read.
import type { ExportPlan } from '../../platform.ts'
import type { Claimed } from './claims.ts'
import { READ_TYPES } from './file-type.ts'
import type { Survey } from './survey.ts'

type PlanFinding = ExportPlan['findings'][number]

/** Findings about the export as a whole and its list of contents. */
export function planFindings(seen: Survey, claimed: Claimed): PlanFinding[] {
  return [...aboutManifest(seen), ...aboutOwner(seen), ...disputed(claimed), ...missingParts(seen)]
}

function aboutManifest({ manifests }: Survey): PlanFinding[] {
  if (manifests.length === 0) {
    const sentence =
      'The export has no list of contents (manifest.js): nothing says how many items it should hold, so nothing can be compared. All its files were found by what they say they are.'
    return [{ code: 'no-manifest', file: null, sentence }]
  }
  return manifests.flatMap(({ name, manifest }): PlanFinding[] => {
    if (manifest === null) {
      const sentence = `${name} cannot be read: what it claims is not known. The files were found by what they say they are.`
      return [{ code: 'manifest-unreadable', file: name, sentence }]
    }
    if (!manifest.partial) return []
    const sentence = `${name} says that this is only a part of the archive. Check that all parts were received, and import them together.`
    return [{ code: 'partial-archive', file: name, sentence }]
  })
}

function aboutOwner({ manifests, owner, account }: Survey): PlanFinding[] {
  const ids = new Set(manifests.flatMap(({ manifest }) => manifest?.ownerNativeId ?? []))
  if (ids.size > 1) {
    const sentence = `The parts belong to different accounts (${[...ids].join(', ')}). Import each account by itself.`
    return [{ code: 'owners-differ', file: null, sentence }]
  }
  if (account.nativeId === null || owner.nativeId === null || account.nativeId === owner.nativeId) return []
  const sentence = `The list of contents names account ${owner.nativeId}, the account’s own file ${account.nativeId}. Check where this export comes from.`
  return [{ code: 'owners-differ', file: null, sentence }]
}

function disputed({ disputed: names }: Claimed): PlanFinding[] {
  return names.map((file) => ({
    code: 'claims-differ',
    file,
    sentence: `Two lists of contents claim different numbers of items for ${file}. The first was compared with.`,
  }))
}

/** `tweets-part2.js` without `tweets-part1.js`: shown by the numbers in the files themselves. */
function missingParts({ data }: Survey): PlanFinding[] {
  const parts = new Map<string, Set<number>>()
  for (const { head } of data) {
    if (READ_TYPES.has(head.type)) parts.set(head.type, (parts.get(head.type) ?? new Set()).add(head.part))
  }
  return [...parts].flatMap(([type, numbers]) => {
    const last = Math.max(...numbers)
    const missing = Array.from({ length: Math.min(last, 1000) }, (_, part) => part).filter((part) => !numbers.has(part))
    if (missing.length === 0) return []
    const which = missing.slice(0, 10).join(', ')
    const sentence = `The files of ${type} are numbered from 0 to ${last}, and ${which} ${missing.length === 1 ? 'is' : 'are'} not in the export. Look for a part that was not imported.`
    return [{ code: 'part-missing', file: null, sentence }]
  })
}
