// What is selected in the record in hand, kept while a button is pressed or a dialog asks for the ground.
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { type Selected, selectedIn } from './caret.ts'

export interface Selection {
  /** Null where nothing is selected, or what was selected belongs to another record. */
  readonly selected: Selected | null
  /** The same at this moment: a key may be quicker than what is drawn. */
  readonly now: () => Selected | null
}

/** The selection in a frame. */
export function useSelected(frame: RefObject<HTMLElement | null>, record: RecordDetail | undefined): Selection {
  const [selected, setSelected] = useState<Selected | null>(null)
  const read = () => {
    const textOf = (version: string) => record?.versions.find(({ digest }) => digest === version)?.text ?? ''
    return frame.current === null ? undefined : selectedIn(frame.current, textOf)
  }
  const latest = useRef(read)
  latest.current = read
  useEffect(() => {
    setSelected(null)
    if (record === undefined) return
    const changed = () => {
      const now = latest.current()
      if (now !== undefined) setSelected(now)
    }
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [record])
  const now = () => {
    const read = latest.current()
    return read === undefined ? selected : read
  }
  return { selected, now }
}
