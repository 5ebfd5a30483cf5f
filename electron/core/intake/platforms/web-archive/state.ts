// What is known of a web archive while its files are read.
import type { Captures } from './captures.ts'

export interface WebArchiveState {
  readonly captures: Captures
}
