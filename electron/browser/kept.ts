// What stands beside a log-in that is kept on this desk: which hosts it is for, and since when. Never the log-in itself, and the browser's only file of its own.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const NOTE = 'signed-in.json'
/** Hosts that a note names at most. */
const MOST_HOSTS = 50

const KeptLogIn = z.strictObject({ at: z.number(), hosts: z.array(z.string()) })
type KeptLogIn = z.infer<typeof KeptLogIn>

/** Where the folders of accounts lie, in the app's own. */
export const FOLDER = 'capture'

/**
 * What is kept of an account's log-in; null where there is none.
 * @param data the app's own folder @param profile the account's
 */
export async function keptLogIn(data: string, profile: string): Promise<KeptLogIn | null> {
  try {
    return KeptLogIn.parse(JSON.parse(await readFile(join(data, FOLDER, profile, NOTE), 'utf8')))
  } catch {
    return null
  }
}

/**
 * Writes down who will know the operator again, so that the app can say so without starting the browser.
 * @param folder the account's, where its session lies @param at ms since 1970 UTC @returns the hosts that were noted
 */
export async function noteLogIn(folder: string, hosts: readonly string[], at: number): Promise<readonly string[]> {
  const note: KeptLogIn = { at, hosts: hosts.toSorted().slice(0, MOST_HOSTS) }
  await writeFile(join(folder, NOTE), JSON.stringify(note), { mode: 0o600 })
  return note.hosts
}

/** Takes the note away with its log-in. @param folder the account's */
export const forgetLogIn = (folder: string): Promise<void> => rm(join(folder, NOTE), { force: true })
