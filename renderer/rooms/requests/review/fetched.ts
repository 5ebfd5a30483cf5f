// What is shown of the record in hand and of the next ones, fetched before they are reached: the record whole, and its review.
import { toRefusal } from '../../../../shared/contract/error.ts'
import { recordShow } from '../../../../shared/contract/record.ts'
import { reviewShow } from '../../../../shared/contract/review.ts'
import type { RecordId, RequestId } from '../../../../shared/domain/id.ts'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { ask, type Output } from '../../../client/call.ts'

export type Stand = Output<typeof reviewShow>

const KEPT = 40

export class Fetched {
  readonly #request: RequestId
  readonly #came: () => void
  readonly #records = new Map<RecordId, RecordDetail>()
  readonly #stands = new Map<RecordId, Stand>()
  readonly #under = new Map<string, Promise<void>>()
  readonly #isOpened: (id: RecordId) => boolean
  readonly #closed = new Set<RecordId>()
  #wanted: readonly RecordId[] = []

  /**
   * @param isOpened whether this window has opened a restricted record on purpose
   * @param came told when something came that was wanted
   */
  constructor(request: RequestId, isOpened: (id: RecordId) => boolean, came: () => void) {
    this.#request = request
    this.#isOpened = isOpened
    this.#came = came
  }

  /** A record whole; undefined until it has come. */
  record(id: RecordId): RecordDetail | undefined {
    return this.#records.get(id)
  }

  /** Whether a record is restricted and waits to be opened on purpose. */
  isClosed(id: RecordId): boolean {
    return this.#closed.has(id) && !this.#records.has(id)
  }

  /** A restricted record was opened on purpose. */
  opened(id: RecordId): void {
    void this.#load(id, 'record').catch(() => undefined)
  }

  /** What was decided of a record; undefined until that has come. */
  stand(id: RecordId): Stand | undefined {
    return this.#stands.get(id)
  }

  /** A record and what was decided of it, waited for. Throws what the vault refuses. */
  async both(id: RecordId): Promise<{ readonly record: RecordDetail; readonly stand: Stand }> {
    await Promise.all([this.#fetch(id, 'record'), this.#fetch(id, 'stand')])
    const [record, stand] = [this.#records.get(id), this.#stands.get(id)]
    if (record === undefined || stand === undefined) throw new Error(`record ${id} was let go while it was fetched`)
    return { record, stand }
  }

  /** Says which records come next, the one in hand first. */
  want(ids: readonly RecordId[]): void {
    this.#wanted = ids
    for (const id of ids) {
      // What is refused here is said where the record is reached.
      void this.both(id).catch(() => undefined)
    }
  }

  /** Asks anew for what was decided of a record, and waits. */
  again(id: RecordId): Promise<void> {
    return this.#load(id, 'stand')
  }

  /** Something changed in the vault: what is shown is asked for anew, which is waited for, and the rest when it is wanted. */
  async refresh(what: 'record' | 'stand'): Promise<void> {
    const known = what === 'record' ? this.#records : this.#stands
    for (const id of [...known.keys()]) if (!this.#wanted.includes(id)) known.delete(id)
    await Promise.allSettled(this.#wanted.map((id) => this.#load(id, what)))
  }

  async #show(id: RecordId): Promise<RecordDetail> {
    try {
      return await ask(recordShow, { id, opened: this.#isOpened(id) })
    } catch (error) {
      if (toRefusal(error).code === 'RECORD_RESTRICTED') {
        this.#closed.add(id)
        this.#records.delete(id)
        this.#came()
      }
      throw error
    }
  }

  #fetch(id: RecordId, what: 'record' | 'stand'): Promise<void> {
    const known = what === 'record' ? this.#records.has(id) : this.#stands.has(id)
    return known ? Promise.resolve() : (this.#under.get(`${what} ${id}`) ?? this.#load(id, what))
  }

  #load(id: RecordId, what: 'record' | 'stand'): Promise<void> {
    const name = `${what} ${id}`
    const work = async (): Promise<void> => {
      const came =
        what === 'record'
          ? { record: await this.#show(id) }
          : { stand: await ask(reviewShow, { request: this.#request, record: id }) }
      // What was asked for later is newer, whichever comes first.
      const latest = this.#under.get(name)
      if (latest !== loading) return latest
      if ('record' in came) keep(this.#records, id, came.record)
      else keep(this.#stands, id, came.stand)
      this.#came()
    }
    const loading = work().finally(() => this.#under.get(name) === loading && this.#under.delete(name))
    this.#under.set(name, loading)
    return loading
  }
}

function keep<Value>(map: Map<RecordId, Value>, id: RecordId, value: Value): void {
  map.delete(id)
  map.set(id, value)
  const oldest = map.keys().next()
  if (map.size > KEPT && !oldest.done) map.delete(oldest.value)
}
