// Where the socket of an open vault lies: in a folder of this user alone, named after the vault and its place on the disk.
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The shortest limit of the systems that Muniment runs on (macOS: 104 bytes with the closing zero). */
const LONGEST_PATH = 103
const OTHERS = 0o077

/**
 * Addresses at which the owner of a vault may be found, the one to serve on first. The name tells two copies of a vault apart: they have
 * one id and two places. Folders differ between a desktop session and a scheduled task, so a client tries them all.
 * @param folder the vault's folder, which exists
 */
export function socketAddresses(folder: string, vaultId: string): readonly string[] {
  const key = createHash('sha256')
    .update(`${vaultId}\0${realpathSync(folder)}`)
    .digest('hex')
    .slice(0, 20)
  if (process.platform === 'win32') return [`\\\\.\\pipe\\muniment-${key}`]
  return socketFolders()
    .map((place) => join(place, `${key}.sock`))
    .filter((path) => Buffer.byteLength(path) <= LONGEST_PATH)
}

/** Makes the folder of a socket in a folder that is there. False where it cannot be made, or where others could reach into it. */
export function ownSocketFolder(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch {
    // It may be there already: whose it is decides.
  }
  return isOwnFolder(path)
}

/** Whether a folder is this user's and closed to all others: nobody else can have put a socket there. */
export function isOwnFolder(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & OTHERS) === 0
}

function socketFolders(): string[] {
  const user = process.getuid?.() ?? 0
  const bases = [process.env.XDG_RUNTIME_DIR, `/run/user/${user}`, tmpdir(), '/tmp'].filter(
    (base) => base !== undefined,
  )
  return [...new Set(bases.filter((base) => base !== '').map((base) => join(base, `muniment-${user}`)))]
}
