// Owns what must be known of a LocalWiki before it is read: names of users, the site's zone, pages by address, the newest version of each thing.

import { parseLossless } from '../../../json/lossless.ts'
import { splitDeep } from '../../../json/split-deep.ts'
import { MemberError } from '../../archive/archive.ts'
import type { Claims } from '../../kit/claims.ts'
import type { Survey } from '../../kit/peek.ts'
import { writtenTime } from '../../kit/time.ts'
import { isObject, type JsonObject, textOf } from '../../kit/value.ts'
import { versionContent, wordsDigest } from './content.ts'
import { isList } from './list.ts'
import { type Shape, shapeOf } from './shape.ts'
import { keyOf, thingKey } from './thing-key.ts'

/** The newest entry of a thing's history. */
export interface Newest {
  readonly at: number
  /** As the history writes it. */
  readonly date: string
  readonly words: string
  readonly content: unknown
}

export interface WikiState {
  /** Names of users by the address that entries give. */
  readonly users: ReadonlyMap<string, string>
  readonly regions: ReadonlyMap<string, string>
  readonly zone: string | null
  readonly pages: ReadonlyMap<string, string>
  /** By the thing's id. */
  readonly newest: ReadonlyMap<string, Newest>
}

interface Filling {
  users: Map<string, string>
  regions: Map<string, string>
  zone: string | null
  pages: Map<string, string>
  newest: Map<string, Newest>
}

/** Reads what other files are understood by. A damaged file gives what could be read of it; its own reading tells of the damage. */
export async function wikiState({ tree }: Survey, claims: Claims, signal: AbortSignal): Promise<WikiState> {
  const state: Filling = { users: new Map(), regions: new Map(), zone: null, pages: new Map(), newest: new Map() }
  const files = [...claims].filter(([{ form }]) => form === 'json')
  // Pages first: entries of a map's history name their page by its address.
  const inOrder = files.toSorted(([, one], [, other]) => Number(one.type !== 'pages') - Number(other.type !== 'pages'))
  for (const [{ member }] of inOrder) {
    try {
      for await (const { items, end } of splitDeep(tree.set.read(member, signal), isList, signal)) {
        for (const { bytes } of items) take(state, parsed(bytes))
        take(state, parsed(end?.envelope ?? null))
      }
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
    }
  }
  return state
}

function take(state: Filling, value: unknown): void {
  const shape = shapeOf(value)
  if (shape === null || !isObject(value)) return
  const address = textOf(value.resource_uri) || textOf(value.url)
  if (shape.name === 'user' && address !== '') state.users.set(address, textOf(value.username))
  if (shape.name === 'region' && address !== '') {
    state.regions.set(address, textOf(value.full_name) || textOf(value.slug))
  }
  if (shape.name === 'site') state.zone = textOf(value.time_zone) || state.zone
  if (shape.version) keepNewest(state, shape, value)
  else if (shape.name === 'page' && address !== '') {
    state.pages.set(address, keyOf(value.region, textOf(value.slug) || textOf(value.name)))
  }
}

function keepNewest({ newest, pages }: Filling, { name }: Shape, value: JsonObject): void {
  const key = thingKey(name, value, pages)
  const date = textOf(value.history_date)
  const at = writtenTime(date, 'UTC').at ?? 0
  const known = newest.get(key)
  if (known !== undefined && known.at >= at) return
  newest.set(key, { at, date, words: wordsDigest(name, value), content: versionContent(name, value) })
}

function parsed(bytes: Buffer | null): unknown {
  if (bytes === null) return undefined
  try {
    return parseLossless(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
