// What is shown of the next records, fetched before they are reached: the record whole, and the suggestions.
import { queueSuggest } from '../../../../shared/contract/decision.ts'
import { recordShow } from '../../../../shared/contract/record.ts'
import type { Suggestion } from '../../../../shared/domain/classify/suggestion.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { ask } from '../../../client/call.ts'
import { isOpened } from '../../../client/opened.ts'

const WHOLE = 6
const SUGGESTED = 8
/** Of so many the suggestions are asked for anew when something was decided since. */
const RENEWED = 3
const KEPT = 60

export class Prefetch {
  readonly #vaultId: string
  readonly #came: () => void
  readonly #records = new Map<RecordId, RecordDetail>()
  readonly #suggestions = new Map<RecordId, { readonly made: number; readonly list: readonly Suggestion[] }>()
  readonly #under = new Set<string>()
  /** Decisions that were made at this desk: what they teach is in suggestions asked for later. */
  #made = 0
  #wanted: readonly RecordId[] = []

  /** @param came told when something came that was wanted */
  constructor(vaultId: string, came: () => void) {
    this.#vaultId = vaultId
    this.#came = came
  }

  /** A record whole; undefined until it has come. */
  record(id: RecordId): RecordDetail | undefined {
    return this.#records.get(id)
  }

  /** Which series it may belong to; undefined until that has come. */
  suggestions(id: RecordId): readonly Suggestion[] | undefined {
    return this.#suggestions.get(id)?.list
  }

  /** Says that something was decided. */
  decided(): void {
    this.#made += 1
  }

  /** Says which records come next, the one in hand first. */
  want(ids: readonly RecordId[]): void {
    this.#wanted = ids
    for (const id of ids.slice(0, WHOLE)) {
      if (!this.#records.has(id))
        void this.#fetch(`record ${id}`, async () =>
          keep(this.#records, id, await ask(recordShow, { id, opened: isOpened(this.#vaultId, id) })),
        )
    }
    // A few at a time, and early: the counting takes longer than the reading.
    const lacking = ids.slice(0, SUGGESTED).filter((id) => !this.#suggestions.has(id))
    const old = ids.slice(0, RENEWED).filter((id) => (this.#suggestions.get(id)?.made ?? this.#made) < this.#made)
    if (old.length > 0 || lacking.length >= SUGGESTED / 2 || ids.slice(0, RENEWED).some((id) => lacking.includes(id))) {
      // What was wanted or decided meanwhile has not been asked for yet.
      void this.#fetch('suggestions', () => this.#suggest([...old, ...lacking])).then(
        (came) => came && this.want(this.#wanted),
      )
    }
  }

  /** Says that one may be shown now that was refused before. */
  again(): void {
    this.want(this.#wanted)
  }

  async #suggest(records: readonly RecordId[]): Promise<void> {
    const made = this.#made
    const found = await ask(queueSuggest, { records: [...records] })
    const lists = new Map(found.map(({ record, suggestions }) => [record, suggestions]))
    for (const record of records) keep(this.#suggestions, record, { made, list: lists.get(record) ?? [] })
  }

  /** Whether it came. One that is on its way is not asked for twice. */
  async #fetch(name: string, work: () => Promise<void>): Promise<boolean> {
    if (this.#under.has(name)) return false
    this.#under.add(name)
    try {
      await work()
      this.#came()
      return true
    } catch {
      // The record is locked, not opened or gone, or the vault is closed: the row is shown, and the window says what is the matter.
      return false
    } finally {
      this.#under.delete(name)
    }
  }
}

function keep<Value>(map: Map<RecordId, Value>, id: RecordId, value: Value): void {
  map.set(id, value)
  const oldest = map.keys().next()
  if (map.size > KEPT && !oldest.done) map.delete(oldest.value)
}
