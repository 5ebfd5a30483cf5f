// The native file of a redacted record: its released fields in place of its source, which holds what is kept back.
import type { FieldValues } from '../../../../shared/packet/commitments.ts'
import type { Released, ReleasedVersion } from './released.ts'

/** The released fields as JSON, with where each version was read; `committed`: those that were committed to. Digests of the source stay out: they would let it be guessed. */
export function releasedFields(released: Released, committed: FieldValues | null): Buffer {
  const { label, account, record, earlier, newest, decision } = released
  const told = {
    record: {
      number: label,
      platform: account.platform,
      account: account.handle,
      kind: record.kind,
      nativeId: record.nativeId,
      at: record.at === null ? null : new Date(record.at).toISOString(),
      author: record.author,
      conversation: record.conversation,
      inReplyTo: record.parentNativeId,
    },
    ...(committed === null ? {} : { fields: committed }),
    redacted: decision?.log.map(({ key, describes, places }) => ({ ground: key, describes, places })) ?? [],
    versions: [...earlier, newest].map(fieldsOf),
  }
  return Buffer.from(`${JSON.stringify(told, null, 1)}\n`, 'utf8')
}

function fieldsOf({ version, media }: ReleasedVersion) {
  return {
    version: version.number,
    text: version.text,
    links: version.links,
    media: media.map(({ item, file }) => ({ role: item.role, file, description: item.alt, missing: item.missing })),
    details: version.details,
    seen: version.observations.map(({ packageName, member, pointer, receivedAt, parser }) => ({
      package: packageName,
      file: member,
      pointer,
      received: new Date(receivedAt).toISOString(),
      parser,
    })),
  }
}
