// What is selected in the record in hand, kept while a button is pressed or a dialog asks for the ground.
import { type RefObject, useEffect, useState } from 'react'
import type { RecordDetail } from '../../../../shared/domain/record.ts'
import { type Selected, selectedIn } from './caret.ts'

/** The selection; null where nothing is selected, or what was selected belongs to another record. */
export function useSelected(frame: RefObject<HTMLElement | null>, record: RecordDetail | undefined): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    setSelected(null)
    if (record === undefined) return
    const textOf = (version: string) => record.versions.find(({ digest }) => digest === version)?.text ?? ''
    const changed = () => {
      const now = frame.current === null ? undefined : selectedIn(frame.current, textOf)
      if (now !== undefined) setSelected(now)
    }
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [frame, record])
  return selected
}
