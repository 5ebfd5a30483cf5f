// Owns telling the pages and lists of what was watched and searched for, and Google's own list of the archive: kept unread.
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, listOf, textOf } from '../../kit/value.ts'

const NOTE = 'What was watched and searched for: the use of the account, not what it published.'
const ELSEWHERE = 'What was done in another Google product: no record of the channel.'

/** A page; null where it is none of these. Pages begin with their style, which may be longer than what is looked at. */
export function claimPage({ text }: Peek): Claim | null {
  if (/extracted-file-name|extracted-folder-name|service-details-|takeout\.google\.com/i.test(text)) {
    const note = 'Google’s own list of what the archive holds.'
    return { type: 'archive-browser', weight: 0.05, use: 'unread', note, group: 'viewer' }
  }
  if (!/content-cell|outer-cell/.test(text) || !/mdl-|youtube\.com\/watch/.test(text)) return null
  const products = [...text.matchAll(/mdl-typography--title">([^<]*)/g)].map(([, name = '']) => name.trim())
  return history(products.length === 0 ? null : products.some(isYouTube))
}

/** A list in JSON; null where it is none. */
export function claimHistory({ json }: Peek): Claim | null {
  const [first] = listOf(json)
  if (!isObject(first) || textOf(first.header) === '' || !('title' in first) || !('time' in first)) return null
  return history(listOf(first.products).some(isYouTube) || isYouTube(first.header))
}

const isYouTube = (name: unknown) => typeof name === 'string' && /youtube/i.test(name)

/** @param own null where the product cannot be seen */
function history(own: boolean | null): Claim {
  const [note, weight] = own === false ? [ELSEWHERE, 0] : [NOTE, own === null ? 0.05 : 0.5]
  return { type: own === false ? 'other-product' : 'history', weight, use: 'unread', note, group: 'searches' }
}
