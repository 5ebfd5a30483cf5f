// Owns comparing what threads say of their replies with the replies that the export holds.
import { countOf, idOf, type JsonObject } from '../../kit/value.ts'

/** Of the threads that begin in one file: how many lack replies, and how many replies. */
export interface Short {
  readonly threads: number
  readonly replies: number
}

export interface ThreadCount {
  /** Takes a message in; what is in no thread is passed over. */
  add(message: JsonObject, channel: string, file: string): void
  /** By the name of the file in which the threads begin. */
  short(): ReadonlyMap<string, Short>
}

/** Bytes that speak of threads. */
export const speaksOfThread = (bytes: Buffer) => bytes.includes('"thread_ts"')

/** Counts replies by their thread. */
export function threadCount(): ThreadCount {
  const begun = new Map<string, { readonly file: string; readonly claimed: number }>()
  const replies = new Map<string, number>()
  return {
    add: (message, channel, file) => {
      const ts = idOf(message.ts)
      const thread = idOf(message.thread_ts)
      if (ts === null || thread === null) return
      const key = `${channel} ${thread}`
      if (ts === thread) {
        begun.set(key, { file, claimed: countOf(message.reply_count) ?? 0 })
        return
      }
      replies.set(key, (replies.get(key) ?? 0) + 1)
    },
    short: () => {
      const files = new Map<string, Short>()
      for (const [key, { file, claimed }] of begun) {
        const missing = claimed - (replies.get(key) ?? 0)
        if (missing <= 0) continue
        const { threads, replies: before } = files.get(file) ?? { threads: 0, replies: 0 }
        files.set(file, { threads: threads + 1, replies: before + missing })
      }
      return files
    },
  }
}
