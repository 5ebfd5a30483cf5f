// Owns what the first bytes of a file say it is; its name says nothing here.
import type { ArchiveSet, Member } from '../../archive/archive.ts'
import { MemberError } from '../../archive/archive.ts'
import { typeNamed } from './file-type.ts'

/** `data` is `window.YTD.<type>.part<n> =`; `global` keeps the type as written. Grailbird is X's layout of before 2018: its months and its table are data too. */
export type Head =
  | { readonly kind: 'data'; readonly type: string; readonly global: string; readonly part: number }
  | { readonly kind: 'manifest' }
  | { readonly kind: 'grailbird'; readonly about: 'index' | 'user' | 'payload' }

const ENOUGH = 512
const DATA = /^(?:window\s*\.\s*)?YTD\s*\.\s*([a-z0-9_]{1,80})\s*\.\s*part(\d{1,6})\s*=/i
const MANIFEST = /^(?:window\.)?__THAR_CONFIG\s*=/
const GRAILBIRD_MONTH = /^Grailbird\s*\.\s*data\s*\.\s*tweets_\d{4}_\d{2}\s*=/
const GRAILBIRD_ABOUT = /^var\s+(?:tweet_(index)|(user)_details|(payload)_details)\s*=/
const GRAILBIRD_TABLE = /^"?tweet_id"?,"?in_reply_to_status_id"?,/

/** Reads the beginning of a member. Null where it is none of X's data, or cannot be read. Throws the signal's reason. */
export async function readHead(set: ArchiveSet, member: Member, signal: AbortSignal): Promise<Head | null> {
  const beginning = await firstBytes(set, member, signal)
  return beginning === null ? null : headOf(beginning)
}

/** What a file that begins with `text` is. */
export function headOf(text: string): Head | null {
  const start = text.replace(/^\uFEFF?\s*/, '')
  const data = DATA.exec(start)
  if (data !== null) {
    const [, global = '', part = ''] = data
    return { kind: 'data', type: typeNamed(global), global: global.toLowerCase(), part: Number(part) }
  }
  if (MANIFEST.test(start)) return { kind: 'manifest' }
  return grailbirdHead(start)
}

/** The files of an archive of before 2018. */
function grailbirdHead(start: string): Head | null {
  if (GRAILBIRD_MONTH.test(start)) return { kind: 'data', type: 'grailbird-month', global: 'grailbird', part: 0 }
  if (GRAILBIRD_TABLE.test(start)) return { kind: 'data', type: 'grailbird-table', global: 'grailbird', part: 0 }
  const [, index, user, payload] = GRAILBIRD_ABOUT.exec(start) ?? []
  if (index !== undefined) return { kind: 'grailbird', about: 'index' }
  if (user !== undefined) return { kind: 'grailbird', about: 'user' }
  return payload === undefined ? null : { kind: 'grailbird', about: 'payload' }
}

async function firstBytes(set: ArchiveSet, member: Member, signal: AbortSignal): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of set.read(member, signal)) {
      chunks.push(chunk.subarray(0, ENOUGH))
      length += chunk.length
      if (length >= ENOUGH) break
    }
  } catch (error) {
    // A damaged file is told of when it is read; where bytes came first, they say what it is.
    if (!(error instanceof MemberError)) throw error
    if (length === 0) return null
  }
  return Buffer.concat(chunks).toString('utf8')
}
