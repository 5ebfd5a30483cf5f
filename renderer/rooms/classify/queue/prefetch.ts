// What is shown of the next records, fetched before they are reached: the record whole, and the suggestions.
import { queueSuggest } from '../../../../shared/contract/decision.ts'
import { recordShow } from '../../../../shared/contract/record.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { RecordDetail } from '../../../../shared/domain/record.ts'
import type { Suggestion } from '../../../../shared/domain/suggestion.ts'
import { ask } from '../../../client/call.ts'

const WHOLE = 6
const SUGGESTED = 8
const KEPT = 60

export class Prefetch {
  readonly #came: () => void
  readonly #records = new Map<RecordId, RecordDetail>()
  readonly #suggestions = new Map<RecordId, readonly Suggestion[]>()
  readonly #under = new Set<string>()

  /** @param came told when something came that was wanted */
  constructor(came: () => void) {
    this.#came = came
  }

  /** A record whole; undefined until it has come. */
  record(id: RecordId): RecordDetail | undefined {
    return this.#records.get(id)
  }

  /** Which series it may belong to; undefined until that has come. */
  suggestions(id: RecordId): readonly Suggestion[] | undefined {
    return this.#suggestions.get(id)
  }

  /** Says which records come next, the one in hand first. */
  want(ids: readonly RecordId[]): void {
    for (const id of ids.slice(0, WHOLE)) {
      if (!this.#records.has(id))
        void this.#fetch(`record ${id}`, async () => keep(this.#records, id, await ask(recordShow, { id })))
    }
    // A few at a time, and early: the counting takes longer than the reading.
    const lacking = ids.slice(0, SUGGESTED).filter((id) => !this.#suggestions.has(id))
    const inHand = ids[0]
    const lacksInHand = inHand !== undefined && lacking.includes(inHand)
    if (lacksInHand || lacking.length >= SUGGESTED / 2) void this.#fetch('suggestions', () => this.#suggest(lacking))
  }

  async #suggest(records: readonly RecordId[]): Promise<void> {
    const found = await ask(queueSuggest, { records: [...records] })
    for (const { record, suggestions } of found) keep(this.#suggestions, record, suggestions)
  }

  async #fetch(name: string, work: () => Promise<void>): Promise<void> {
    if (this.#under.has(name)) return
    this.#under.add(name)
    try {
      await work()
      this.#came()
    } catch {
      // The record is locked or gone, or the vault is closed: the row is shown, and the window says what is the matter.
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
