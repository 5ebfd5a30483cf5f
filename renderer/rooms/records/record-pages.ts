// The pages of one search: which are kept, which are on their way, which are wanted.
import { recordPage } from '../../../shared/contract/record.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import type { RecordRow } from '../../../shared/domain/record/record.ts'
import type { Beside, RecordOrder } from '../../../shared/domain/record/record-list.ts'
import { ask } from '../../client/call.ts'

/** Rows a page. The outline gives the key of every page, so that any of them can be asked for. */
export const PAGE = 500
const KEPT = 24
const AT_ONCE = 2

/** What a list asks for: words, whether the last may go on, the order, and whether to tell the words found in each record. */
export interface Asked {
  readonly search: string
  readonly live: boolean
  readonly order: RecordOrder
  readonly words: boolean
}

export interface ListedRow extends RecordRow {
  /** The words of the search that it has; none where they were not asked for. */
  readonly found: readonly string[]
}

/** Rows with the words found in each. */
export function withWords(rows: readonly RecordRow[], words: readonly (readonly string[])[]): readonly ListedRow[] {
  return rows.map((row, place) => ({ ...row, found: words[place] ?? [] }))
}

export class RecordPages {
  readonly #asked: Asked
  readonly #changed: () => void
  readonly #kept = new Map<number, readonly ListedRow[]>()
  readonly #coming = new Map<number, AbortController>()
  #keys: readonly RecordId[] = []
  #besides: readonly Beside[] = []
  #wanted: readonly number[] = []

  constructor(asked: Asked, changed: () => void) {
    this.#asked = asked
    this.#changed = changed
  }

  /** Takes in the key of the first row of every page; `besides` is empty where the order is by time alone. */
  setKeys(keys: readonly RecordId[], besides: readonly Beside[]): void {
    this.#keys = keys
    this.#besides = besides
    this.#fetch()
  }

  /** Takes in rows from the beginning that came with the search itself. */
  setFirst(rows: readonly ListedRow[]): void {
    this.#keep(0, rows)
  }

  /** A row, if it is here. */
  row(index: number): ListedRow | undefined {
    return this.#kept.get(Math.floor(index / PAGE))?.[index % PAGE]
  }

  /** Says which rows are in sight: their pages are fetched, others on their way are given up. */
  want(first: number, last: number): void {
    const pages = new Set<number>()
    for (const row of [first, last - 1]) if (row >= 0) pages.add(Math.floor(row / PAGE))
    this.#wanted = [...pages].filter((page) => !this.#isHere(page, last))
    for (const [page, coming] of this.#coming) {
      if (pages.has(page)) continue
      coming.abort()
      this.#coming.delete(page)
    }
    this.#fetch()
  }

  /** Gives up whatever is on its way. */
  end(): void {
    for (const coming of this.#coming.values()) coming.abort()
    this.#coming.clear()
    this.#wanted = []
  }

  /** Only the first page may have come in part, with the search. */
  #isHere(page: number, last: number): boolean {
    const rows = this.#kept.get(page)
    if (!rows) return false
    return page > 0 || rows.length === PAGE || rows.length >= last
  }

  #fetch(): void {
    for (const page of this.#wanted) {
      if (this.#coming.size >= AT_ONCE) return
      const key = this.#keys[page]
      if (key === undefined || this.#coming.has(page)) continue
      void this.#bring(page, key)
    }
  }

  async #bring(page: number, key: RecordId): Promise<void> {
    const coming = new AbortController()
    this.#coming.set(page, coming)
    try {
      // `before` leaves out its own row; ids are whole numbers, so the one before it in the order includes it.
      const before = this.#asked.order === 'oldest' ? key - 1 : key + 1
      const input = { ...this.#asked, before, beside: this.#besides[page] ?? null, limit: PAGE }
      const { rows, words } = await ask(recordPage, input, coming.signal)
      this.#keep(page, withWords(rows, words))
      this.#wanted = this.#wanted.filter((wanted) => wanted !== page)
    } catch {
      // Cancelled, or the vault is gone: the window says so, and what is in sight is asked for again.
    } finally {
      if (this.#coming.get(page) === coming) this.#coming.delete(page)
    }
    if (!coming.signal.aborted) this.#fetch()
  }

  #keep(page: number, rows: readonly ListedRow[]): void {
    this.#kept.delete(page)
    this.#kept.set(page, rows)
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > KEPT && !oldest.done) this.#kept.delete(oldest.value)
    this.#changed()
  }
}
