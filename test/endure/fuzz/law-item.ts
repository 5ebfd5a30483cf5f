// What must be true of one item as a platform's reader hands it on: placed in its file, and of a form that can be stored.
import { z } from 'zod'
import type { ReadItem, RecordDraft } from '../../../electron/core/intake/draft.ts'
import { canonicalJson } from '../../../electron/core/vault/canonical.ts'
import { Link, MediaRole, RecordKind, RecordState } from '../../../shared/domain/record/record.ts'
import { Precision } from '../../../shared/domain/time.ts'
import { fold } from '../../../shared/text/fold.ts'

const moment = z.int().min(-8.64e15).max(8.64e15).nullable()

const Draft = z.object({
  kind: RecordKind,
  nativeId: z.string().min(1),
  at: moment,
  atSource: z.string().nullable(),
  precision: Precision,
  sourceZone: z.string().nullable(),
  author: z.string(),
  conversation: z.string().nullable(),
  parentNativeId: z.string().nullable(),
  state: RecordState,
  deletedAt: moment,
  text: z.string(),
  links: z.array(Link),
  details: z.record(z.string(), z.unknown()),
  measures: z.array(z.tuple([z.string().min(1), z.number()])),
  media: z.array(
    z.object({ role: MediaRole, names: z.array(z.string()), directory: z.string(), alt: z.string().nullable() }),
  ),
})

type Wrong = readonly ['nameless' | 'unstorable' | 'misplaced', string]

/** What is wrong with an item; nothing for most. @param nth how many came before it of its file */
export function judgeItem(item: ReadItem, nth: number, content: Buffer): readonly Wrong[] {
  const wrong: Wrong[] = []
  const { position, start, bytes, pointer, outcome } = item
  if (position < nth) wrong.push(['misplaced', `position ${position} of item ${nth}`])
  // What stands around streamed items has no one place, and what was packed has none in the packed file: both are kept as they are.
  const isRest = pointer?.startsWith('/#') === true || pointer === '/'
  const isPacked = content[0] === 0x1f && content[1] === 0x8b
  if (!isRest && !isPacked && bytes.length > 0 && !content.subarray(start, start + bytes.length).equals(bytes))
    wrong.push(['misplaced', `${pointer} at ${start} is not what stands there`])
  if (outcome.type === 'failed' && (outcome.code === '' || !/\.$/.test(outcome.sentence)))
    wrong.push(['nameless', `${outcome.code}: ${outcome.sentence}`])
  if (outcome.type === 'passed-over' && outcome.reason.length < 5) wrong.push(['nameless', `reason: ${outcome.reason}`])
  if (outcome.type === 'record') wrong.push(...judgeDraft(outcome.draft))
  return wrong
}

function judgeDraft(draft: RecordDraft): readonly Wrong[] {
  const parsed = Draft.safeParse(draft)
  const wrong: Wrong[] = parsed.success
    ? []
    : parsed.error.issues.slice(0, 2).map(({ path, message }) => ['unstorable', `${path.join('.')}: ${message}`])
  try {
    canonicalJson(draft.content)
    JSON.stringify(draft.details)
    fold(draft.text.toWellFormed())
  } catch (error) {
    wrong.push(['unstorable', String(error)])
  }
  return wrong
}
