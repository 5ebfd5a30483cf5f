// Owns what an archive's own lists of pages call them.
import { MemberError } from '../../archive/archive.ts'
import type { Claims } from '../../kit/claims.ts'
import type { Survey } from '../../kit/peek.ts'
import { isObject, textOf } from '../../kit/value.ts'
import { addressKey } from './address.ts'
import { PackingError, unpacked } from './gzip.ts'
import { readLines } from './lines.ts'
import { nearest, stampOf } from './stamp.ts'

interface ListedPage {
  readonly uri: string
  readonly stamp: string
  readonly title: string
}

/** What the archive's lists call the page under an address, at the listed time that is nearest; `''` where they do not. */
export async function listedTitles(
  { tree }: Survey,
  claims: Claims,
  signal: AbortSignal,
): Promise<(uri: string, stamp: string) => string> {
  const pages = new Map<string, ListedPage[]>()
  for (const [{ member }, { type }] of claims) {
    if (type !== 'pages') continue
    try {
      for await (const { bytes } of readLines(unpacked(tree.set.read(member, signal)))) {
        const page = listedPage(bytes)
        if (page !== null) pages.set(addressKey(page.uri), [...(pages.get(addressKey(page.uri)) ?? []), page])
      }
    } catch (error) {
      if (!(error instanceof MemberError) && !(error instanceof PackingError)) throw error
    }
  }
  return (uri, stamp) => nearest(pages.get(addressKey(uri)) ?? [], stamp)?.title ?? ''
}

/** The page that a line of a list names; null where it names none. */
export function listedPage(bytes: Buffer): ListedPage | null {
  const value = parsedLine(bytes)
  if (!isObject(value) || textOf(value.url) === '') return null
  return { uri: textOf(value.url), stamp: stampOf(value.ts), title: textOf(value.title) }
}

/** A line of JSON; undefined where it is none. */
export function parsedLine(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
