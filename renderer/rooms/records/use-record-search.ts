// The search of the room: begun as the clerk types, begun again when the vault's records change.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { RecordOrder } from '../../../shared/domain/record-list.ts'
import { watchChanges } from '../../client/changes.ts'
import { type Found, RecordSearch } from './record-search.ts'

const TYPING_PAUSE = 40
/** Less than a second, so that two windows stay in step. */
const CHANGE_PAUSE = 800

export interface RoomSearch {
  readonly found: Found
  readonly want: (first: number, last: number) => void
  /** True when records came or went since the search. */
  readonly stale: boolean
  readonly again: () => void
}

/** Searches for `words` in an order; a pause in the typing begins it. @param telling whether the words found are shown */
export function useRecordSearch(words: string, order: RecordOrder, telling: boolean): RoomSearch {
  const [search] = useState(() => new RecordSearch())
  const [stale, setStale] = useState(false)
  const found = useSyncExternalStore(search.subscribe, search.found)
  const first = useRef(true)

  const again = useCallback(() => {
    setStale(false)
    void search.begin({ search: words, live: true, order, words: telling })
  }, [search, words, order, telling])

  useEffect(() => {
    const timer = setTimeout(again, first.current ? 0 : TYPING_PAUSE)
    first.current = false
    return () => clearTimeout(timer)
  }, [again])

  useEffect(() => {
    // A list that is being read doesn't move under the clerk: it says that there is more.
    const changed = () => (document.querySelector('.records .grid-row:focus') ? setStale(true) : again())
    return watchChanges(['records'], CHANGE_PAUSE, changed)
  }, [again])

  useEffect(() => () => search.end(), [search])
  return { found, want: search.want, stale, again }
}
