// The session in which the operator signed in: kept on this desk, in a folder of this account's own, and never in an archive.
import { type Session, session } from 'electron'

const PARTITION = 'persist:operator'

/** Made at the first call. */
export function ownSession(): Session {
  return session.fromPartition(PARTITION)
}

/** Signs out: everything that sites left there is deleted. */
export async function forgetSession(): Promise<void> {
  const own = ownSession()
  await own.clearStorageData()
  await own.clearCache()
  await own.clearAuthCache()
}
