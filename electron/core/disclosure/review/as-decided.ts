// A record as its decision lets it out: whole, without what is redacted, or nothing but that it is there.
import type { RecordDetail } from '../../../../shared/domain/record.ts'
import { redactRecord } from '../../../../shared/domain/redact-record.ts'
import type { FrozenDecision } from './frozen.ts'

/** The record for a packet's writers. */
export function asDecided(record: RecordDetail, decision: FrozenDecision | null): RecordDetail {
  if (decision?.outcome === 'withhold') return withheld(record)
  return decision?.outcome === 'redact' ? redactRecord(record, decision.redactions) : record
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
