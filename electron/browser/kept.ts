// What stands beside a log-in that is kept on this desk: which hosts it is for, and since when. Never the log-in itself.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** The file's name, in the account's folder. */
export const NOTE = 'signed-in.json'

const KeptLogIn = z.strictObject({ at: z.number(), hosts: z.array(z.string()) })
export type KeptLogIn = z.infer<typeof KeptLogIn>

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

/** Where the folders of accounts lie, in the app's own. */
export const FOLDER = 'capture'
