// Owns what the first bytes of a file say it is; its name says nothing here.
import type { ArchiveSet, Member } from '../../archive/archive.ts'
import { MemberError } from '../../archive/archive.ts'
import { typeNamed } from './file-type.ts'

/** `data` is `window.YTD.<type>.part<n> =`; `global` keeps the type as written. Grailbird is X's layout of before 2018. */
export type Head =
  | { readonly kind: 'data'; readonly type: string; readonly global: string; readonly part: number }
  | { readonly kind: 'manifest' }
  | { readonly kind: 'grailbird' }

const ENOUGH = 512
const DATA = /^(?:window\s*\.\s*)?YTD\s*\.\s*([a-z0-9_]{1,80})\s*\.\s*part(\d{1,6})\s*=/i
const MANIFEST = /^(?:window\.)?__THAR_CONFIG\s*=/
const GRAILBIRD = /^(?:Grailbird\.data\.|var tweet_index\s*=)/

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
  return GRAILBIRD.test(start) ? { kind: 'grailbird' } : null
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
