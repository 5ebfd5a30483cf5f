// Owns making a record's draft with the fields that most records leave empty.
import type { Link, RecordKind, RecordState } from '../../../../shared/domain/record/record.ts'
import type { MediaDraft, Outcome, RecordDraft } from '../draft.ts'
import { momentOf, type TimeFields } from './time.ts'
import { filled } from './value.ts'

/** What a platform's maker says of one record; what it leaves out is empty. */
export interface Said {
  readonly kind: RecordKind
  /** The platform's own id. Where it gives none, leave it out and give `key`. */
  readonly id?: string | null
  /** What tells records without an id apart besides kind and time: the conversation, the target. Content only breaks ties (design §4). */
  readonly key?: string
  readonly time: TimeFields
  /** Who wrote it, as the export says; never guessed. `''` where it does not say. */
  readonly author: string
  readonly text: string
  /** The platform's content fields: the version's digest is over these and nothing else. No counts, no addresses that expire. */
  readonly content: unknown
  readonly form?: RecordDraft['form']
  readonly conversation?: string | null
  readonly parent?: string | null
  readonly state?: RecordState
  readonly deletedAt?: number | null
  readonly links?: readonly Link[]
  /** What else the record shows: title, place, tags, poll, reactions, participants, alt, visibility … Empty members are left out. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly measures?: readonly (readonly [name: string, value: number])[]
  readonly media?: readonly MediaDraft[]
  /** How it is found again where another file of the platform says it in another form, under another name. */
  readonly twin?: RecordDraft['twin']
}

/** A record as an outcome. */
export function record(said: Said): Outcome {
  const { time } = said
  // An empty id tells nothing apart.
  const id = said.id || null
  // The moment, not its writing: exports of two years write one moment in two ways.
  const stem = said.key === undefined || said.key === '' ? '' : `${said.key} @ `
  const draft: RecordDraft = {
    kind: said.kind,
    nativeId: id ?? `${stem}${momentOf(time)}`,
    stem: id === null ? stem : null,
    twin: said.twin ?? null,
    identity: id !== null ? 'id' : time.sourceZone === 'unknown' ? 'local' : 'key',
    ...(said.form === undefined ? {} : { form: said.form }),
    at: time.at,
    atSource: time.atSource,
    precision: time.precision,
    sourceZone: time.sourceZone,
    author: said.author,
    conversation: said.conversation ?? null,
    parentNativeId: said.parent ?? null,
    state: said.state ?? 'live',
    deletedAt: said.deletedAt ?? null,
    text: said.text,
    links: said.links ?? [],
    details: filled(said.details ?? {}),
    content: said.content,
    measures: said.measures ?? [],
    media: said.media ?? [],
    joined: [],
  }
  return { type: 'record', draft }
}

/** An item that was understood and is not a record of its own; `reason` is a sentence that many items share. */
export function passedOver(reason: string): Outcome {
  return { type: 'passed-over', reason }
}

/** An item that cannot be understood; `what` completes “This item …”. */
export function failed(code: string, what: string): Outcome {
  return { type: 'failed', code, sentence: `This item ${what}. Its bytes are kept in the sealed package.` }
}
