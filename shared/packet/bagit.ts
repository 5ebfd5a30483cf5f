// The BagIt tags of a packet (RFC 8493): what it is and how much is in it, and digests of the tags themselves. All follows from its manifest.
import { MANIFEST, type Manifest, SUMS, sumLine } from './manifest.ts'

/** The declaration (RFC 8493, 2.1.1), the packet's metadata (2.2.2) and the digests of the tag files (2.2.1). */
export const BAGIT = 'bagit.txt'
export const BAG_INFO = 'bag-info.txt'
export const TAG_SUMS = 'tagmanifest-sha256.txt'

/** What bagit.txt says. */
export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** What a packet's metadata follow from. */
export type Bagged = Pick<Manifest, 'vault'> & {
  readonly production: Pick<Manifest['production'], 'request' | 'number' | 'frozenAt'>
}

/**
 * bag-info.txt: who made the packet, for which request, on which day (UTC), and how much stands in `manifest-sha256.txt`.
 * @param octets bytes of the listed files; @param streams how many they are
 */
export function bagInfo({ vault, production }: Bagged, octets: number, streams: number): string {
  const { request, number, frozenAt } = production
  const tags: readonly (readonly [string, string])[] = [
    ['Source-Organization', vault.city],
    [
      'External-Identifier',
      `request ${request}, ${number === 0 ? 'draft' : `production ${number}`}, vault ${vault.id}`,
    ],
    [
      'External-Description',
      'Records disclosed in answer to a public records request. Payload and tags stand side by side: index.html opens what lies beside it.',
    ],
    ['Bagging-Date', frozenAt.slice(0, 10)],
    ['Payload-Oxum', `${octets}.${streams}`],
    ['Bag-Software-Agent', 'Muniment'],
  ]
  // A line end in a value would begin another tag.
  return tags.map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}\n`).join('')
}

/** bag-info.txt as it can only be beside a manifest of so many bytes. */
export function bagInfoOf(manifest: Manifest, manifestSize: number): string {
  const octets = manifest.files.reduce((sum, { size }) => sum + size, manifestSize)
  return bagInfo(manifest, octets, manifest.files.length + 1)
}

/** tagmanifest-sha256.txt. @param sha256 hexadecimal digests by the name of each tag file */
export function tagSums(sha256: Readonly<Record<typeof BAGIT | typeof BAG_INFO | typeof SUMS, string>>): string {
  return ([BAGIT, BAG_INFO, SUMS] as const).map((name) => sumLine({ name, sha256: sha256[name] })).join('')
}

/** Files of a packet that its manifest does not list: the manifest itself, its digests and the tags. */
export const UNLISTED: readonly string[] = [MANIFEST, SUMS, BAGIT, BAG_INFO, TAG_SUMS]
