// The key of the traces of a destruction: drawn from the seed of its job, so that whoever takes it up finds what was kept before.
import type { JobContext } from '../../job/define.ts'

const BYTES = 32

/** The key, of the random bytes of its job. */
export function tracesKey(random: JobContext['random']): Uint8Array {
  return random('traces', 0, BYTES)
}
