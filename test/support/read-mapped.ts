// Reads tables by a mapping that says little, for the tests of mappings.
import { mappedPlatform } from '../../electron/core/intake/mapped/platform.ts'
import { type MappingRules, MappingRules as Rules } from '../../shared/domain/intake/mapping.ts'
import { type ReadExport, readFiles } from './read-platform.ts'

export type Given = Partial<Omit<MappingRules, 'platform'>>

/** Rules for posts with the columns ID and Text, but for what is given. */
export function mappedRules(given: Given = {}): MappingRules {
  return Rules.parse({
    platform: 'nextdoor',
    kind: { is: 'post' },
    sheet: null,
    list: null,
    header: true,
    fields: { id: 'ID', text: 'Text' },
    time: null,
    counts: [],
    details: [],
    ...given,
  })
}

/** Reads files by a mapping. */
export const readMapped = (
  files: Readonly<Record<string, string | Uint8Array>>,
  given: Given = {},
): Promise<ReadExport> =>
  readFiles(mappedPlatform({ name: 'Log', version: 1, digest: 'ab', rules: mappedRules(given) }), files)

/** Number and words of each record. */
export const texts = ({ records }: ReadExport) => records.map(({ nativeId, text }) => [nativeId, text])
/** What rows are no records, and why. */
export const failures = ({ items }: ReadExport) =>
  items.flatMap(({ outcome }) => (outcome.type === 'failed' ? [`${outcome.code}: ${outcome.sentence}`] : []))
