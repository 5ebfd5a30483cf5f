// Owns what lets a capture that was killed go on: after each page, how far its WARC has come, and everything that is known until there.
import { join } from 'node:path'
import { z } from 'zod'
import { MetLimit, SeenServer } from '../../../shared/domain/capture/capture.ts'
import { CaptureLogin, isSameLogin } from '../../../shared/domain/capture/login.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { existsSync } from '../vault/cipher/fs.ts'
import { appendFile, readFile, stat, truncate } from '../vault/cipher/fs-promises.ts'

const Counts = z.strictObject({
  exchanges: z.int(),
  bytes: z.number(),
  pages: z.int(),
  truncated: z.int(),
})

/** Of the capture's bounds (`Spent`). */
const Used = z.strictObject({ bytes: z.number(), exchanges: z.int(), waited: z.number(), ms: z.number() })

const Mark = z.strictObject({
  startedAt: Instant,
  /** Bytes of the WARC; what stands behind them was not finished. */
  offset: z.number(),
  /** Lines of its index since the mark before. */
  lines: z.array(z.string()),
  /** Pages since then. */
  pages: z.array(z.strictObject({ url: z.string(), at: z.number(), title: z.string(), text: z.string().nullable() })),
  counts: Counts,
  spent: Used,
  /** Limits met since then. */
  limits: z.array(MetLimit),
  servers: z.array(SeenServer),
  browser: z.string().nullable(),
  /** As whom it asks: what goes on as somebody else is shown other things, and would be no capture of one view. */
  login: CaptureLogin,
  /** What the way wants to know again, since the mark before. */
  step: z.unknown(),
})
export type Mark = z.infer<typeof Mark>

/** What an earlier run left. */
export interface Left extends Omit<Mark, 'step'> {
  readonly steps: readonly unknown[]
}

const FILE = 'journal.jsonl'

/** Writes a mark down. */
export async function mark(folder: string, one: Mark): Promise<void> {
  await appendFile(join(folder, FILE), `${JSON.stringify(one)}\n`)
}

/** Whether something was written down to go on from. */
export const hasMarks = (folder: string) => existsSync(join(folder, FILE))

/**
 * What an earlier run of the same capture left in its folder; null where there is nothing to go on from, or it asked by another log-in.
 * @param warc the WARC, which is cut off at the last mark
 */
export async function leftBehind(folder: string, warc: string, login: CaptureLogin): Promise<Left | null> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => '')
  const size = await stat(warc).then(
    (found) => found.size,
    () => 0,
  )
  const marks: Mark[] = []
  // A line that broke off is the last one; bytes that were not written are behind the last whole mark.
  for (const line of text.split('\n')) {
    const read = parsed(line)
    if (read === null || read.offset > size) break
    marks.push(read)
  }
  const last = marks.at(-1)
  if (last === undefined || !isSameLogin(last.login, login)) return null
  await truncate(warc, last.offset)
  return {
    ...last,
    limits: marks.flatMap(({ limits }) => limits),
    lines: marks.flatMap(({ lines }) => lines),
    pages: marks.flatMap(({ pages }) => pages),
    steps: marks.map(({ step }) => step),
  }
}

function parsed(line: string): Mark | null {
  try {
    return Mark.parse(JSON.parse(line))
  } catch {
    return null
  }
}
