// Something a clerk sets off: busy while it runs, and its refusal to show beside the button.
import { useCallback, useState } from 'react'
import { type Refusal, toRefusal } from '../../shared/contract/error.ts'

export interface Action<Arguments extends unknown[], Result> {
  /** Runs it. Resolves to undefined after a refusal, which is in `refusal` then. */
  readonly go: (...values: Arguments) => Promise<Result | undefined>
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly forget: () => void
}

/** Wraps work so that a component can show that it runs and why it was refused. */
export function useAction<Arguments extends unknown[], Result>(
  work: (...values: Arguments) => Promise<Result>,
): Action<Arguments, Result> {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const go = async (...values: Arguments) => {
    setBusy(true)
    setRefusal(null)
    try {
      return await work(...values)
    } catch (error) {
      setRefusal(toRefusal(error))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const forget = useCallback(() => setRefusal(null), [])
  return { go, busy, refusal, forget }
}
