// Owns how sure it is that a tree is an export of X, and by what signs.
import type { Recognition } from '../../../../../shared/contract/intake.ts'
import { PlatformName } from '../../../../../shared/domain/account/account.ts'
import type { ExportTree } from '../../platform.ts'
import { type Survey, survey } from './survey.ts'

/** Says whose export the tree is and by what signs; null where nothing in it is X's. Throws the signal's reason. */
export async function recognise(tree: ExportTree, signal: AbortSignal): Promise<Recognition | null> {
  const seen = await survey(tree, signal)
  const confidence = confidenceIn(seen)
  if (confidence === 0) return null
  return {
    platform: PlatformName.parse('x'),
    title: 'X (Twitter)',
    confidence,
    evidence: evidenceOf(seen),
    layout: seen.layout,
    ownerHandle: seen.owner.handle,
    ownerNativeId: seen.owner.nativeId,
    ownerName: seen.owner.name,
    generatedAt: seen.generatedAt,
  }
}

function confidenceIn({ manifests, data }: Survey): number {
  if (manifests.some(({ manifest }) => manifest !== null)) return data.length > 0 ? 0.99 : 0.8
  if (data.length > 1) return 0.95
  return data.length === 1 || manifests.length > 0 ? 0.75 : 0
}

function evidenceOf({ manifests, data, layout, owner }: Survey): string[] {
  const evidence: string[] = []
  for (const { name, manifest } of manifests) {
    evidence.push(
      manifest === null
        ? `${name} begins as X’s list of contents does, but cannot be read.`
        : `${name} is X’s list of contents${layout === 'grailbird' ? '' : ' (window.__THAR_CONFIG)'} and names ${count(manifest.claims.length, 'file')}.`,
    )
  }
  const [one] = data
  if (one !== undefined) {
    evidence.push(
      layout === 'grailbird'
        ? `${count(data.length, 'file')} of posts are in X’s layout of before 2018 (Grailbird): ${one.name}, for one.`
        : `${count(data.length, 'file')} of data begin with window.YTD, as X writes them: ${one.name}, for one.`,
    )
  }
  if (owner.handle !== null) evidence.push(`The account is @${owner.handle}.`)
  return evidence
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
