// The interfaces of platforms that accounts are captured by: where each lies, which kinds of items it gives, what log-in it wants.
import type { CredentialPart } from '../account/credential.ts'

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

/** The one that is read by a mapping, whatever its platform. */
export const anyApiWay: ApiWayFacts = {
  ...way('json', null, ['media'], ['token', 'key', 'user', 'password'], 'may'),
  platforms: [],
}

/** Every one of them. */
export const apiWays: readonly ApiWayFacts[] = [
  way('bluesky', 'https://bsky.social', ['posts', 'media', 'replies'], [], 'never'),
  way('wordpress', null, ['posts', 'pages', 'media', 'comments'], ['user', 'password'], 'may'),
  way('mediawiki', null, ['pages', 'deleted', 'media', 'log'], ['user', 'password', 'token'], 'may'),
  way('mastodon', null, ['posts', 'replies', 'media'], ['token'], 'may'),
  { ...way('activitypub', null, ['posts'], ['token'], 'may'), platforms: [] },
  way('discourse', null, ['posts'], ['user', 'key'], 'may'),
  way('localwiki', 'https://localwiki.org', ['pages', 'media', 'maps', 'tags', 'redirects'], [], 'never'),
  way('tumblr', 'https://api.tumblr.com', ['posts', 'replies'], ['key', 'token'], 'must'),
  way('flickr', 'https://www.flickr.com', ['media', 'comments'], ['key'], 'must'),
  way('vimeo', 'https://api.vimeo.com', ['videos', 'comments', 'captions'], ['token'], 'must'),
  way(
    'youtube',
    'https://www.googleapis.com',
    ['videos', 'comments', 'held comments', 'playlists'],
    ['key', 'token'],
    'must',
  ),
  way('x', 'https://api.x.com', ['posts', 'replies', 'media'], ['token'], 'must'),
  way('facebook', 'https://graph.facebook.com/v23.0', ['posts', 'comments', 'messages', 'media'], ['token'], 'must'),
  way('instagram', 'https://graph.facebook.com/v23.0', ['posts', 'stories', 'comments', 'media'], ['token'], 'must'),
  anyApiWay,
  way('nextdoor', 'https://nextdoor.com/external/api/partner/v1', ['posts'], ['token'], 'must'),
]

function way(
  name: string,
  address: string | null,
  kinds: readonly string[],
  parts: readonly CredentialPart[],
  login: ApiWayFacts['login'],
): ApiWayFacts {
  return { name, platforms: [name], address, kinds, parts, login }
}

/** The interface that an account of a platform is captured by, where it has one. */
export function apiWayFor(platform: string): ApiWayFacts | null {
  return apiWays.find(({ platforms }: ApiWayFacts) => platforms.includes(platform)) ?? null
}
