// Random histories of items on a real server between two captures, and what the captures must say of each item.
import fc from 'fast-check'
import type { RealServer } from './server.ts'

export type State = 'new' | 'changed' | 'same' | 'gone' | 'hidden'
type Step = 'edit' | 'back' | 'hide' | 'delete' | 'nothing'

/** What happens to one item: whether it is there at the first capture, and what is done to it until the second. */
export interface History {
  readonly early: boolean
  readonly steps: readonly Step[]
}

/** A history that makes sense: nothing is done to what is deleted. */
function histories(canHide: boolean): fc.Arbitrary<History> {
  const steps: readonly Step[] = [
    'edit',
    'edit',
    'back',
    'delete',
    'nothing',
    ...(canHide ? (['hide', 'hide'] as const) : []),
  ]
  return fc.record({ early: fc.boolean(), steps: fc.array(fc.constantFrom(...steps), { maxLength: 4 }) })
}

/** Some histories, the same for a seed. */
export function someHistories(count: number, seed: number, canHide: boolean): readonly History[] {
  return fc.sample(histories(canHide), { numRuns: count, seed })
}

/** The truth of an item as the server has it. */
interface Item {
  readonly history: History
  id: string
  readonly first: string
  text: string
  edits: number
  hidden: boolean
  deleted: boolean
}

export interface Played {
  /** Writes what is there at the first capture. */
  before(): Promise<void>
  /** Does everything else. */
  between(): Promise<void>
  /** What two captures, made before and after, must say; by the number of the item. Items of no capture are left out. */
  truth(): ReadonlyMap<string, State>
  /** What each item that is there still says now. */
  words(): ReadonlyMap<string, string>
}

/** @param label makes the words of this round's items like no others */
export function play(server: RealServer, some: readonly History[], label: string): Played {
  const items = some.map((history, nth): Item => {
    const first = `${label} item ${nth} says its first words, ünïcode with them`
    return { history, id: '', first, text: first, edits: 0, hidden: false, deleted: false }
  })
  const write = async (item: Item) => {
    item.id = await server.write(item.first)
  }
  let edits = 0
  const act = async (item: Item, step: Step): Promise<void> => {
    if (item.deleted || step === 'nothing') return
    if (step === 'delete') {
      await server.remove(item.id)
      item.deleted = true
    } else if (step === 'hide') {
      await server.hide?.(item.id)
      item.hidden = true
    } else {
      const text = step === 'back' ? item.first : `${label} item was edited, time ${++edits}`
      if (text === item.text) return
      await server.edit(item.id, text)
      item.text = text
      item.edits += 1
    }
  }
  return {
    before: async () => {
      await each(items, server.atOnce, async (item) => {
        if (item.history.early) await write(item)
      })
    },
    between: async () => {
      await each(items, server.atOnce, async (item) => {
        if (!item.history.early) await write(item)
        for (const step of item.history.steps) await act(item, step)
      })
    },
    truth: () =>
      new Map(
        items.flatMap((item): [string, State][] => {
          const { early } = item.history
          // Of what came and went between the two, only a server that tells of deletions has anything.
          if (item.deleted) return early || server.tells ? [[item.id, 'gone']] : []
          if (item.hidden) return [[item.id, 'hidden']]
          if (!early) return [[item.id, 'new']]
          const isSame = server.remembers ? item.edits === 0 : item.text === item.first
          return [[item.id, isSame ? 'same' : 'changed']]
        }),
      ),
    words: () => new Map(items.flatMap(({ id, text, deleted }) => (deleted ? [] : [[id, text] as const]))),
  }
}

/** Does something with every item, with so many at once: histories are of items apart, each in its own order. */
async function each(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
