// A log-in for captures: out of a file, or out of the environment; never from the command line, which others may see and histories keep.
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Credential, credentialParts } from '../../../shared/domain/account/credential.ts'
import { UsageError } from '../failure.ts'
import type { Surroundings } from '../surroundings.ts'

/** No log-in is longer, in bytes. */
const MOST = 20_000
const HOW = 'It holds lines such as “token: …”, or “user: …” and “password: …”, or the same as JSON.'

/**
 * The log-in that is meant: of the file, else of MUNIMENT_CREDENTIAL, which holds what such a file does.
 * @returns null where neither is there
 * @throws UsageError where it cannot be read, or says nothing
 */
export function givenCredential({ folder, env }: Surroundings, file: string | undefined): Credential | null {
  const said = env.MUNIMENT_CREDENTIAL
  if (file === undefined && (said === undefined || said === '')) return null
  const text = file === undefined ? (said ?? '') : readText(resolve(folder, file))
  const parsed = Credential.safeParse(partsIn(text))
  if (parsed.success) return parsed.data
  // Neither the file's words nor what zod says of them: both may hold the log-in.
  throw new UsageError(`${file ?? 'MUNIMENT_CREDENTIAL'} holds no log-in. ${HOW}`)
}

function readText(path: string): string {
  try {
    if (statSync(path).size > MOST) throw new UsageError(`${path} is too large for a log-in. ${HOW}`)
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${path} cannot be read. Nothing was done.`)
  }
}

/** A text without any of the names is a token. */
function partsIn(text: string): unknown {
  const plain = text.trim()
  if (plain.startsWith('{')) {
    try {
      return JSON.parse(plain)
    } catch {
      return null
    }
  }
  const lines = plain.split(/\r?\n/).flatMap((line) => {
    const [, name = '', value = ''] = /^\s*([a-z]+)\s*[:=]\s*(.*?)\s*$/.exec(line) ?? []
    return credentialParts.some((part) => part === name) ? [[name, value] as const] : []
  })
  return lines.length === 0 && !/\s/.test(plain) ? { token: plain } : Object.fromEntries(lines)
}
