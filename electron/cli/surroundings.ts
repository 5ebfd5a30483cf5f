// What a command line stands in: its streams, its clock and chance, and the program's own files. Tests and the demonstration pass their own.
import type { OpenOptions } from '../core/archive.ts'

export interface Stream {
  write(text: string): void
  /** Whether a person reads it on a terminal. */
  readonly terminal: boolean
  /** Width of the terminal in columns; undefined where there is none. */
  readonly columns: number | undefined
}

export interface Surroundings extends OpenOptions {
  /** Results, and nothing else. */
  readonly out: Stream
  /** Progress, remarks and refusals. */
  readonly err: Stream
  /** Folder that relative paths start from. */
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  /**
   * Asks for a secret: the person at the terminal, who does not see it while typing; else standard input answers, the same each time.
   * There is none where a program has no standard input.
   */
  readonly secret?: (question: string) => Promise<string>
  /** Told when the person interrupts (Ctrl-C); returns how to stop listening. */
  onInterrupt(listener: () => void): () => void
}
