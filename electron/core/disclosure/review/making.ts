// A job that makes files for a packet: painted pictures, documents page by page.
import type { JobContext } from '../../job/define.ts'

export interface Making extends JobContext {
  /** Where they are kept: the vault, or the folder of a draft, which ends with it. */
  readonly into: string
  /** Whether they are for a draft, and say so. */
  readonly draft: boolean
}
