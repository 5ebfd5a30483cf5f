// A job's thread gives way to the threads that answer a person, where the system knows priorities of threads.
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** As `nice` without a number. */
const NICE = 10

/** Lowers this thread's priority: on Linux, where a thread has one of its own; elsewhere it would be that of the whole process. */
export function yieldToOthers(): void {
  if (process.platform !== 'linux') return
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    if (Number.isInteger(thread) && thread > 0) setPriority(thread, NICE)
  } catch {
    // Without /proc all threads are alike, and the job is none the worse for it.
  }
}
