// Saves a draft to the vault within seconds of a change, and when its form is left.
import { useEffect, useRef, useState } from 'react'
import { type Refusal, toRefusal } from '../../../../shared/contract/error.ts'
import { letterDraft } from '../../../../shared/contract/letter.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import type { LetterDraft } from '../../../../shared/domain/letter.ts'
import { run } from '../../../client/call.ts'

const PAUSE = 1200

export interface Autosave {
  readonly draft: LetterDraft
  readonly set: (part: Partial<LetterDraft>) => void
  readonly saving: 'saved' | 'waiting'
  readonly refusal: Refusal | null
}

/** Keeps the draft of a letter. @param first as the vault has it */
export function useAutosave(request: RequestId, id: number, first: LetterDraft): Autosave {
  const [draft, setDraft] = useState(first)
  const [saved, setSaved] = useState(first)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const latest = useRef({ draft, saved })
  latest.current = { draft, saved }
  const save = useRef(async () => {
    const { draft: now } = latest.current
    try {
      await run(letterDraft, { request, id, draft: now })
      setSaved(now)
      setRefusal(null)
    } catch (error) {
      setRefusal(toRefusal(error))
    }
  })
  useEffect(() => {
    if (draft === saved) return
    const timer = setTimeout(() => void save.current(), PAUSE)
    return () => clearTimeout(timer)
  }, [draft, saved])
  useEffect(
    () => () => {
      if (latest.current.draft !== latest.current.saved) void save.current()
    },
    [],
  )
  const set = (part: Partial<LetterDraft>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, set, saving: draft === saved ? 'saved' : 'waiting', refusal }
}
