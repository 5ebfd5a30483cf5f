// Which versions of two records have the same content: then they are one version, seen twice.
import { essence } from '../../../../shared/text/essence.ts'
import type { Driver } from '../catalog/driver.ts'
import type { PlacedVersion } from './renumber.ts'

interface Content {
  /** SHA-256 over the content, hexadecimal. */
  readonly digest: string
  /** What the version was read from: platform and layout of the export. */
  readonly form: string
  readonly text: string
  /** Digests of its media, hexadecimal, as a JSON array. */
  readonly media: string
}

const CONTENT = `SELECT lower(hex(digest)) AS digest, platform || ' ' || layout AS form, text,
    (SELECT json_group_array(coalesce(lower(hex(object_digest)), '')) FROM (SELECT object_digest FROM media
      WHERE record_id = version.record_id AND number = version.number ORDER BY position)) AS media
  FROM version JOIN accession ON accession.id = version.accession_id WHERE record_id = ? AND number = ?`

/**
 * Finds for each of `versions` the one of `among` that has the same content: the same digest; or, from another form of export, which counts
 * other fields as content, the same words and the same media.
 */
export function sameContent(
  db: Driver,
  versions: readonly PlacedVersion[],
  among: readonly PlacedVersion[],
): ReadonlyMap<PlacedVersion, PlacedVersion> {
  const contentOf = ({ record, number }: PlacedVersion) => {
    const content = db.get<Content>(CONTENT, record, number)
    if (content === undefined) throw new Error(`record ${record} lacks its version ${number}`)
    return { ...content, words: essence(content.text) }
  }
  const known = among.map((version) => ({ version, ...contentOf(version) }))
  const found = new Map<PlacedVersion, PlacedVersion>()
  for (const version of versions) {
    const own = contentOf(version)
    const same =
      known.find(({ digest }) => digest === own.digest) ??
      known.find(
        ({ form, words, media }) => form !== own.form && words !== '' && words === own.words && media === own.media,
      )
    if (same !== undefined) found.set(version, same.version)
  }
  return found
}
