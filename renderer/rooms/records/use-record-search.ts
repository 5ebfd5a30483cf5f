// The search of the room: begun with the key press itself, begun again when the vault's records change.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { RecordOrder } from '../../../shared/domain/record/record-list.ts'
import { watchChanges } from '../../client/changes.ts'
import { type Found, RecordSearch } from './record-search.ts'

/** Less than a second, so that two windows stay in step. */
const CHANGE_PAUSE = 800

export interface RoomSearch {
  readonly found: Found
  readonly want: (first: number, last: number) => void
  /** True when records came or went since the search. */
  readonly stale: boolean
  readonly again: () => void
  /** Begins the search for words that are on their way into the address, before anything is drawn anew. */
  readonly ahead: (words: string) => void
}

/** Searches for `words` in an order, at once: what is outrun by the next key press is given up. @param telling whether the words found are shown */
export function useRecordSearch(words: string, order: RecordOrder, telling: boolean): RoomSearch {
  const [search] = useState(() => new RecordSearch())
  const [stale, setStale] = useState(false)
  const found = useSyncExternalStore(search.subscribe, search.found)
  /** What was asked for last. */
  const begun = useRef('')

  const ahead = useCallback(
    (words: string) => {
      begun.current = keyOf(words, order, telling)
      void search.begin({ search: words, live: true, order, words: telling })
    },
    [search, order, telling],
  )
  const again = useCallback(() => {
    setStale(false)
    ahead(words)
  }, [ahead, words])

  useEffect(() => {
    if (begun.current !== keyOf(words, order, telling)) again()
    setStale(false)
  }, [again, words, order, telling])

  useEffect(() => {
    // A list that is being read doesn't move under the clerk: it says that there is more.
    const changed = () => (document.querySelector('.records .grid-row:focus') ? setStale(true) : again())
    return watchChanges(['records'], CHANGE_PAUSE, changed)
  }, [again])

  useEffect(() => {
    return () => {
      begun.current = ''
      search.end()
    }
  }, [search])
  return { found, want: search.want, stale, again, ahead }
}

function keyOf(words: string, order: RecordOrder, telling: boolean): string {
  return JSON.stringify([words, order, telling])
}
