// Picks the chosen items out of an export, with the items that they were read from.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { ItemRef } from '../../../../shared/contract/produced.ts'
import type { RecordDraft } from '../draft.ts'
import type { FilePlan } from '../platform.ts'
import { type LookedAt, refOf } from './items.ts'

/** An item to take in. `draft` is null for one that only belongs to another. */
export interface Picked {
  readonly position: number
  readonly pointer: string | null
  readonly start: number
  readonly bytes: Buffer
  draft: RecordDraft | null
}

export interface PickedFile {
  readonly file: FilePlan
  /** By position. */
  readonly items: Map<number, Picked>
}

export interface Choice {
  /** By the place of the file in the plan. */
  readonly files: ReadonlyMap<number, PickedFile>
  readonly chosen: number
  /** Records that stand in the export. */
  readonly outOf: number
}

/** @throws MunimentError INPUT_INVALID where an item is not in these files, or not any more */
export async function pick(seen: LookedAt, refs: readonly ItemRef[]): Promise<Choice> {
  const wanted = new Set<string>(refs)
  const files = new Map<number, PickedFile>()
  let [chosen, outOf] = [0, 0]

  const add = (place: number, picked: Picked) => {
    const file = seen.plan.files[place]
    if (file === undefined) return
    const known = files.get(place) ?? { file, items: new Map<number, Picked>() }
    files.set(place, known)
    const before = known.items.get(picked.position)
    if (before === undefined) known.items.set(picked.position, picked)
    else before.draft ??= picked.draft
  }

  for await (const { file, place, item } of seen.items()) {
    const { position, pointer, start, bytes, outcome } = item
    if (outcome.type !== 'record') continue
    outOf += 1
    if (!wanted.delete(refOf(file, item))) continue
    chosen += 1
    // The bytes are a part of a larger piece that need not stay in memory.
    add(place, { position, pointer, start, bytes: Buffer.from(bytes), draft: outcome.draft })
    for (const one of outcome.draft.joined) {
      const { position: at, start: from } = one
      add(one.member, { position: at, pointer: null, start: from, bytes: Buffer.from(one.bytes), draft: null })
    }
  }
  if (wanted.size > 0) {
    throw new MunimentError(
      'INPUT_INVALID',
      `${wanted.size} of the ${refs.length} chosen items are not in these files. Nothing was kept; list the items again and choose from what they hold now.`,
    )
  }
  return { files, chosen, outOf }
}
