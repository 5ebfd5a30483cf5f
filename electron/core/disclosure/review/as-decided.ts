// A record as its decision lets it out: whole, without what is redacted, or nothing but that it is there.
import type { MediaItem, RecordDetail } from '../../../../shared/domain/record/record.ts'
import { redactRecord } from '../../../../shared/domain/review/redact-record.ts'
import type { FrozenDecision, FrozenFile } from './frozen.ts'

/** The record for a packet's writers. */
export function asDecided(record: RecordDetail, decision: FrozenDecision | null): RecordDetail {
  if (decision?.outcome === 'withhold') return withheld(record)
  const redacted = decision?.outcome === 'redact' ? redactRecord(record, decision.redactions) : record
  return withMadeFiles(redacted, new Map(decision?.files.map((file) => [file.of, file])))
}

/** The record with what is released in place of some of its files. */
function withMadeFiles(record: RecordDetail, files: ReadonlyMap<string, FrozenFile>): RecordDetail {
  if (files.size === 0) return record
  const item = (one: MediaItem): MediaItem => {
    const made = one.digest === null ? undefined : files.get(one.digest)
    if (made === undefined) return one
    const { digest, size, mime, ending } = made
    return { ...one, digest, size, mime, name: `${one.name.replace(/\.\w+$/, '')}${ending}` }
  }
  return { ...record, versions: record.versions.map((one) => ({ ...one, media: one.media.map(item) })) }
}

/** Of what is withheld a packet tells kind, account and time. */
function withheld(record: RecordDetail): RecordDetail {
  return {
    ...record,
    nativeId: '',
    atSource: null,
    author: '',
    conversation: record.conversation === null ? null : '',
    parentNativeId: null,
    state: 'live',
    deletedAt: null,
    versions: record.versions.map((version) => ({
      ...version,
      text: '',
      details: {},
      links: [],
      media: [],
      observations: version.observations.map((seen) => ({
        ...seen,
        packageName: '',
        member: '',
        pointer: '',
        digest: null,
        leaf: null,
      })),
    })),
    measures: [],
  }
}
