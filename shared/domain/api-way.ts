// The interfaces of platforms that accounts are captured by: where each lies, which kinds of items it gives, what log-in it wants.
import type { CredentialPart } from './credential.ts'

export interface ApiWayFacts {
  /** As in the name of its way, `api/<name>`. */
  readonly name: string
  /** Platforms of the register whose accounts it serves. */
  readonly platforms: readonly string[]
  /** Where it lies; null where every city or server has its own. */
  readonly address: string | null
  /** Its own words for kinds of items, in the order in which they are asked for. */
  readonly kinds: readonly string[]
  /** What a log-in is made of; some of it may be left out. */
  readonly parts: readonly CredentialPart[]
  /** `must`: it answers nobody without one. `may`: with one it shows more. */
  readonly login: 'never' | 'may' | 'must'
}

/** Every one of them. */
const apiWays = [
  {
    name: 'bluesky',
    platforms: ['bluesky'],
    address: 'https://bsky.social',
    kinds: ['posts', 'media', 'replies'],
    parts: [],
    login: 'never',
  },
  {
    name: 'wordpress',
    platforms: ['wordpress'],
    address: null,
    kinds: ['posts', 'pages', 'media', 'comments'],
    parts: ['user', 'password'],
    login: 'may',
  },
  {
    name: 'mediawiki',
    platforms: ['mediawiki'],
    address: null,
    kinds: ['pages', 'deleted', 'media', 'log'],
    parts: ['user', 'password', 'token'],
    login: 'may',
  },
  {
    name: 'mastodon',
    platforms: ['mastodon'],
    address: null,
    kinds: ['posts', 'replies', 'media'],
    parts: ['token'],
    login: 'may',
  },
  { name: 'activitypub', platforms: [], address: null, kinds: ['posts'], parts: ['token'], login: 'may' },
] as const satisfies readonly ApiWayFacts[]

/** The interface that an account of a platform is captured by, where it has one. */
export function apiWayFor(platform: string): ApiWayFacts | null {
  return apiWays.find(({ platforms }: ApiWayFacts) => platforms.includes(platform)) ?? null
}
