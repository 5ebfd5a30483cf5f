// Answers of queries in components: kept while they are fresh, asked again when what they show has changed.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Operation } from '../../shared/contract/define.ts'
import { MunimentError, type Refusal, toRefusal } from '../../shared/contract/error.ts'
import type { Topic } from '../../shared/domain/event.ts'
import { ask } from './call.ts'
import { watchChanges } from './changes.ts'
import { latest } from './latest.ts'

export interface Answer<T> {
  /** The last answer; stays while a newer one is on its way. */
  readonly data: T | undefined
  readonly refusal: Refusal | null
  readonly refresh: () => void
  /** Asks anew what is on its way: it may have been read before something that was done since. */
  readonly renew: () => void
}

interface Held<T> {
  readonly key: string
  readonly data: T | undefined
  readonly refusal: Refusal | null
}

/**
 * Asks a query and keeps its answer up to date.
 * @param input null while there is nothing to ask
 * @param topics changes that make the answer stale
 * @param pause the least milliseconds between two askings
 */
export function useQuery<In extends z.ZodType, Out extends z.ZodType>(
  operation: Operation<string, 'query', In, Out>,
  input: z.input<In> | null,
  topics: readonly Topic[],
  pause = 400,
): Answer<z.output<Out>> {
  const key = input === null ? '' : `${operation.name} ${JSON.stringify(input)}`
  const [held, hold] = useState<Held<z.output<Out>>>({ key: '', data: undefined, refusal: null })
  const asked = useRef({ operation, input })
  asked.current = { operation, input }

  const asking = useMemo(
    () =>
      latest<z.output<Out>>(
        (signal) => {
          const { operation, input } = asked.current
          return input === null ? nothing : ask(operation, input, signal)
        },
        (data) => hold({ key, data, refusal: null }),
        (error) => {
          if (isGone(error)) return
          hold((before) => ({ key, data: before.key === key ? before.data : undefined, refusal: toRefusal(error) }))
        },
      ),
    [key],
  )

  const watched = topics.join(' ')
  useEffect(() => {
    if (key === '') return
    asking.refresh()
    const leave = watchChanges(latestTopics(watched), pause, asking.refresh)
    return () => {
      leave()
      asking.stop()
    }
  }, [key, asking, watched, pause])

  const mine = held.key === key
  return {
    data: mine ? held.data : undefined,
    refusal: mine ? held.refusal : null,
    refresh: asking.refresh,
    renew: asking.renew,
  }
}

/** What was not asked is never answered. */
const nothing = new Promise<never>(() => {})

function latestTopics(watched: string): Topic[] {
  return watched.split(' ').filter((topic): topic is Topic => topic !== '')
}

/** A closed vault is shown by the window as a whole, not by each list in it. */
function isGone(error: unknown): boolean {
  return error instanceof MunimentError && error.code === 'VAULT_CLOSED'
}
