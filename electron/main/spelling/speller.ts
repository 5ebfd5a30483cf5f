// The shell's side of spelling: whether it is checked on this desk, the words that were added, and the thread that knows the rest.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { SpellingAnswer, SpellingTask } from './protocol.ts'

const Word = z.string().min(1).max(100)
const Kept = z.strictObject({ on: z.boolean(), words: z.array(Word).max(10_000) })
type Kept = z.infer<typeof Kept>

export interface Speller {
  readonly on: boolean
  /** Checks spelling on this desk from now on, or no longer. */
  turn(on: boolean): Promise<void>
  /** Those of some words that are misspelled; none while spelling is not checked. Asked for no word, it makes ready to be asked. */
  check(words: readonly string[]): Promise<readonly string[]>
  /** What may be meant by a misspelled word. */
  suggest(word: string): Promise<readonly string[]>
  /** Takes a word as spelled right from now on. */
  learn(word: string): Promise<void>
  stop(): Promise<void>
}

interface Thread {
  ask(
    task:
      | Omit<Extract<SpellingTask, { do: 'suggest' }>, 'id'>
      | Omit<Extract<SpellingTask, { do: 'check' | 'learn' }>, 'id'>,
  ): Promise<readonly string[]>
  stop(): Promise<void>
}

/**
 * @param worker the built thread; it is started when a word is first checked
 * @param path a JSON file of this desk; where it is missing or unreadable, spelling is checked and no word was added
 */
export async function openSpeller(worker: string, path: string): Promise<Speller> {
  let kept = await read(path)
  let thread: Thread | null = null
  const begun = () => {
    if (thread !== null) return thread
    thread = startThread(worker, () => {
      thread = null
    })
    void thread.ask({ do: 'learn', words: kept.words })
    return thread
  }
  const keep = async (part: Partial<Kept>) => {
    kept = { ...kept, ...part }
    await write(path, kept).catch(() => undefined)
  }
  return {
    get on() {
      return kept.on
    },
    turn: (on) => keep({ on }),
    check: async (words) => (kept.on ? begun().ask({ do: 'check', words }) : []),
    suggest: (word) => begun().ask({ do: 'suggest', word }),
    async learn(word) {
      if (kept.words.includes(word)) return
      await Promise.all([begun().ask({ do: 'learn', words: [word] }), keep({ words: [...kept.words, word] })])
    },
    stop: async () => thread?.stop(),
  }
}

/** A thread that ends by a defect answers what is asked of it with nothing: a clerk can write without it. */
function startThread(file: string, ended: () => void): Thread {
  const worker = new Worker(file)
  const waiting = new Map<number, (words: readonly string[]) => void>()
  let last = 0
  worker.on('message', ({ id, words }: SpellingAnswer) => {
    waiting.get(id)?.(words)
    waiting.delete(id)
  })
  const end = () => {
    for (const answer of waiting.values()) answer([])
    waiting.clear()
    ended()
  }
  worker.on('error', () => undefined)
  worker.on('exit', end)
  worker.unref()
  return {
    ask: (task) =>
      new Promise((resolve) => {
        last += 1
        waiting.set(last, resolve)
        worker.postMessage({ ...task, id: last })
      }),
    stop: async () => void (await worker.terminate()),
  }
}

async function read(path: string): Promise<Kept> {
  try {
    return Kept.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return { on: true, words: [] }
  }
}

async function write(path: string, kept: Kept): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(kept, null, 2))
  await rename(`${path}.new`, path)
}
