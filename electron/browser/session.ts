// The session in which the operator signed in: kept on this desk, in a folder of this account's own, and never in an archive.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type Session, session } from 'electron'
import { type KeptLogIn, NOTE } from './kept.ts'

const PARTITION = 'persist:operator'

/** Made at the first call. */
export function ownSession(): Session {
  return session.fromPartition(PARTITION)
}

/** Writes down beside the session who will know the operator again: hosts alone. Returns them, none where nothing was left. */
export async function noteHosts(): Promise<readonly string[]> {
  const cookies = await ownSession().cookies.get({})
  const hosts = [...new Set(cookies.map(({ domain }) => (domain ?? '').replace(/^\./, '')))].filter(
    (host) => host !== '',
  )
  const note: KeptLogIn = { at: Date.now(), hosts: hosts.sort().slice(0, 50) }
  if (hosts.length > 0) await writeFile(notePath(), JSON.stringify(note), { mode: 0o600 })
  return note.hosts
}

const notePath = () => join(app.getPath('userData'), NOTE)

/** Signs out: everything that sites left there is deleted. */
export async function forgetSession(): Promise<void> {
  const own = ownSession()
  await own.clearStorageData()
  await own.clearCache()
  await own.clearAuthCache()
  await rm(notePath(), { force: true })
}
