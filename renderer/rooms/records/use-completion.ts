// What the query may go on with while it is typed: asked for as the caret moves, forgotten when it leaves.
import { useCallback, useEffect, useRef, useState } from 'react'
import { recordComplete } from '../../../shared/contract/record.ts'
import type { Completion } from '../../../shared/domain/record/facet.ts'
import { ask } from '../../client/call.ts'

const SHOWN = 12
const none: readonly Completion[] = []
/** A word of two letters, or a filter with its colon: less would open the list at every space. */
const BEGUN = /(?:^|[\s(-])(?:[^\s()"-][^\s()"]+|\p{L}+:"[^"]*)$/u

export interface Completing {
  readonly items: readonly Completion[]
  /** The item that Enter takes; -1 for none. */
  readonly active: number
  readonly setActive: (active: number) => void
  /** Asks what may stand at the caret; `always` also where nothing was begun. */
  readonly look: (text: string, at: number, always?: boolean) => void
  readonly close: () => void
}

/** The list of completions of one field. */
export function useCompletion(): Completing {
  const [items, setItems] = useState(none)
  const [active, setActive] = useState(-1)
  const asking = useRef<AbortController | null>(null)
  const close = useCallback(() => {
    asking.current?.abort()
    setItems(none)
    setActive(-1)
  }, [])
  const look = useCallback(
    (text: string, at: number, always = false) => {
      asking.current?.abort()
      if (!always && !BEGUN.test(text.slice(0, at))) return close()
      const mine = new AbortController()
      asking.current = mine
      ask(recordComplete, { search: text, at, limit: SHOWN }, mine.signal).then(
        (answer) => {
          if (mine.signal.aborted) return
          setItems(answer.items)
          setActive(-1)
        },
        // A list of suggestions that cannot be had is not worth a word: the search itself says what is wrong.
        () => mine.signal.aborted || close(),
      )
    },
    [close],
  )
  useEffect(() => () => asking.current?.abort(), [])
  return { items, active, setActive, look, close }
}
