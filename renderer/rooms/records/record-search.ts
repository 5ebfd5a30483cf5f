// A search and its list, as it stands now: what was found so far, how many there are, what was not understood.

import { type Refusal, toRefusal } from '../../../shared/contract/error.ts'
import { recordOutline, recordPage } from '../../../shared/contract/record.ts'
import type { SearchTerm } from '../../../shared/text/tokens.ts'
import { ask } from '../../client/call.ts'
import { type Asked, type ListedRow, PAGE, RecordPages, withWords } from './record-pages.ts'

const FIRST = 100
/** Counting a million records takes a processor of its own: it waits until the first rows are drawn, and for a pause in the typing. */
const COUNT_PAUSE = 60
const none: readonly SearchTerm[] = []

export interface Found {
  readonly search: string
  /** Rows that can be shown; grows when the counting is done. */
  readonly rows: number
  readonly counted: boolean
  readonly terms: readonly SearchTerm[]
  readonly problems: readonly string[]
  /** Why less is found than one may think. */
  readonly hints: readonly string[]
  readonly explained: string
  readonly refusal: Refusal | null
  readonly row: (index: number) => ListedRow | undefined
}

const nothing: Found = {
  search: '',
  rows: 0,
  counted: false,
  terms: none,
  problems: [],
  hints: [],
  explained: '',
  refusal: null,
  row: () => undefined,
}

export class RecordSearch {
  readonly #listeners = new Set<() => void>()
  #found = nothing
  #pages: RecordPages | null = null
  #asking: AbortController | null = null

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly found = (): Found => this.#found

  /** The rows in sight. */
  readonly want = (first: number, last: number): void => this.#pages?.want(first, last)

  /** Searches. What was found before stays until the new first rows are here. */
  async begin(asked: Asked): Promise<void> {
    const { search } = asked
    this.end()
    const asking = new AbortController()
    this.#asking = asking
    try {
      const page = await ask(recordPage, { ...asked, before: null, limit: FIRST }, asking.signal)
      if (asking.signal.aborted) return
      const pages = new RecordPages(asked, () => this.#pages === pages && this.#tell({ ...this.#found }))
      const { rows, terms, problems, hints, explained } = page
      const complete = rows.length < FIRST
      this.#pages = pages
      this.#found = {
        ...{
          search,
          rows: rows.length,
          counted: complete,
          terms: terms.map(asTerm),
          problems,
          hints,
          explained,
          refusal: null,
        },
        row: (index) => pages.row(index),
      }
      pages.setFirst(withWords(rows, page.words))
      if (!complete) await this.#count(asked, pages, asking.signal)
    } catch (error) {
      const refusal = toRefusal(error)
      if (!asking.signal.aborted && refusal.code !== 'VAULT_CLOSED') this.#tell({ ...this.#found, refusal })
    }
  }

  /** Gives up whatever is on its way. */
  end(): void {
    this.#asking?.abort()
    this.#pages?.end()
  }

  async #count({ search, live, order }: Asked, pages: RecordPages, signal: AbortSignal): Promise<void> {
    await new Promise((done) => setTimeout(done, COUNT_PAUSE))
    if (signal.aborted) return
    const { total, anchors, besides } = await ask(recordOutline, { search, every: PAGE, live, order }, signal)
    if (signal.aborted) return
    pages.setKeys(anchors, besides)
    this.#tell({ ...this.#found, rows: total, counted: true })
  }

  #tell(found: Found): void {
    this.#found = found
    for (const listener of this.#listeners) listener()
  }
}

/** A term as the vault writes it: a star at its end means that the last word may go on. */
function asTerm(term: string): SearchTerm {
  return term.endsWith('*') ? { text: term.slice(0, -1), prefix: true } : { text: term, prefix: false }
}
