// Saves a draft to the vault within seconds of a change, and when its form is left.
import { useEffect, useRef, useState } from 'react'
import { type Refusal, toRefusal } from '../../../../shared/contract/error.ts'
import { letterDraft } from '../../../../shared/contract/letter.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import type { Letter, LetterDraft } from '../../../../shared/domain/request/letter.ts'
import { run } from '../../../client/call.ts'

const PAUSE = 1200

export interface Autosave {
  readonly draft: LetterDraft
  readonly set: (part: Partial<LetterDraft>) => void
  readonly saving: 'saved' | 'waiting'
  readonly refusal: Refusal | null
}

/** Keeps the draft of a letter. @param letter as the vault has it; what a colleague saves meanwhile is not written over */
export function useAutosave(request: RequestId, { id, draft: first, savedAt }: Letter): Autosave {
  const [draft, setDraft] = useState(first)
  const [saved, setSaved] = useState(first)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const seen = useRef(savedAt)
  const latest = useRef({ draft, saved })
  latest.current = { draft, saved }
  const save = useRef(async () => {
    const { draft: now } = latest.current
    try {
      seen.current = (await run(letterDraft, { request, id, draft: now, seen: seen.current })).savedAt
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
