// What ends a command early, and with which exit code.
import type { Refusal } from '../../shared/contract/error.ts'

/** 0: done, what was found is listed. 1: refused, or something does not add up. 2: the command was not understood. */
export const exitCode = { done: 0, refused: 1, misused: 2 } as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** The command was not understood; nothing was done. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'UsageError'
  }
}

/** A refusal as `--json` prints it. */
export function refusalValue(refusal: Refusal): { refusal: Refusal } {
  return { refusal }
}
