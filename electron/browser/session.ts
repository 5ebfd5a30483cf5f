// The session in which the operator signed in: kept on this desk, in a folder of this account's own, and never in an archive.
import { app, type Cookie, type Session, session } from 'electron'
import { forgetLogIn, noteLogIn } from './kept.ts'

const PARTITION = 'persist:operator'

/** Made at the first call. */
export function ownSession(): Session {
  return session.fromPartition(PARTITION)
}

/** How long a log-in is kept that a site would have end with its window: a capture is a window of its own each time. */
const KEPT_MS = 30 * 86_400_000

/** Has what sites left last until the next capture, and be on the disk. */
export async function keepSession(): Promise<void> {
  const { cookies } = ownSession()
  for (const cookie of await cookies.get({ session: true })) await cookies.set(lasting(cookie)).catch(() => null)
  await cookies.flushStore()
}

function lasting({ name, value, domain = '', hostOnly, path = '/', secure, httpOnly, sameSite }: Cookie) {
  const url = `${secure === true ? 'https' : 'http'}://${domain.replace(/^\./, '')}${path}`
  const kept = { url, name, value, path, secure: secure === true, httpOnly: httpOnly === true, sameSite }
  // A cookie of one host alone names no domain.
  return { ...kept, ...(hostOnly === true ? {} : { domain }), expirationDate: (Date.now() + KEPT_MS) / 1000 }
}

/** Writes down beside the session who will know the operator again: hosts alone. Returns them, none where nothing was left. */
export async function noteHosts(): Promise<readonly string[]> {
  const cookies = await ownSession().cookies.get({})
  const hosts = [...new Set(cookies.map(({ domain }) => (domain ?? '').replace(/^\./, '')))].filter(
    (host) => host !== '',
  )
  return hosts.length === 0 ? [] : noteLogIn(app.getPath('userData'), hosts, Date.now())
}

/** Signs out: everything that sites left there is deleted. */
export async function forgetSession(): Promise<void> {
  const own = ownSession()
  await own.clearStorageData()
  await own.clearCache()
  await own.clearAuthCache()
  await forgetLogIn(app.getPath('userData'))
}
