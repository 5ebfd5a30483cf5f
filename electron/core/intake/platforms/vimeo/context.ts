// Owns what an answer says of the list that it gives: which video's comments, which folder's videos, how many there are.
import { countOf, isObject, type JsonObject, textOf } from '../../kit/value.ts'
import { answeredIn, videoIn } from './kinds.ts'

/** Where the elements of a list stand. */
export interface Context {
  /** The list's path, without its page; `''` where the answer does not say. */
  readonly path: string
  readonly video: string | null
  /** The comment that all elements answer. */
  readonly answered: string | null
}

export const NOWHERE: Context = { path: '', video: null, answered: null }

/** @param envelope the document around a list */
export function contextOf(envelope: unknown): Context {
  const path = pathOf(envelope)
  return path === '' ? NOWHERE : { path, video: videoIn(path), answered: answeredIn(path) }
}

function pathOf(envelope: unknown): string {
  if (!isObject(envelope)) return ''
  const paging = isObject(envelope.paging) ? envelope.paging : {}
  const body = isObject(envelope.body) ? pathOf(envelope.body) : ''
  const written =
    [paging.first, paging.last, paging.next, paging.previous, envelope.uri]
      .map(textOf)
      .find((one) => /^(?:https?:\/)?\//.test(one)) ?? body
  return written.replace(/^https?:\/\/api\.vimeo\.com/, '').replace(/\?.*$/s, '')
}

/** How many elements an answer itself counts: only where it is the whole list. */
export function claimedBy(json: JsonObject): number | null {
  const paging = isObject(json.paging) ? json.paging : null
  if (paging === null || textOf(paging.next) !== '' || textOf(paging.previous) !== '') return null
  return countOf(json.total)
}

/** The path of the page that follows an answer; `''` where it is the last. */
export function nextPage(json: unknown): string {
  return isObject(json) && isObject(json.paging) ? textOf(json.paging.next) : ''
}

/** A page among the pages of its list, so that the next one can be looked for. */
export function pageKey(json: unknown): string {
  const number = isObject(json) ? (countOf(json.page) ?? 1) : 1
  return `${pathOf(json)} ${number}`
}

/** The same for the page that a path leads to. */
export function keyOfPath(path: string): string {
  const number = /[?&]page=(\d+)/.exec(path)?.[1] ?? '1'
  return `${path.replace(/^https?:\/\/api\.vimeo\.com/, '').replace(/\?.*$/s, '')} ${number}`
}
