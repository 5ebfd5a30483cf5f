// Owns judging whether pages may be captured: the account's own, with the terms read, and the attorney named where they are closed.
import type { CaptureOrder } from '../../../../../shared/contract/capture.ts'
import { MunimentError } from '../../../../../shared/contract/error.ts'
import type { Account } from '../../../../../shared/domain/account/account.ts'
import { type CaptureTerms, termsFor } from '../../../../../shared/domain/capture/terms.ts'

/**
 * The terms that the operator has read, of a capture of pages; null for the other ways.
 * @throws MunimentError CAPTURE_REFUSED, ATTORNEY_REQUIRED
 */
export function termsRead(order: CaptureOrder, account: Account): CaptureTerms | null {
  const { scope } = order
  if (scope.closed && order.attorney === null)
    throw new MunimentError(
      'ATTORNEY_REQUIRED',
      'A closed group or a private profile is captured only when somebody of the City Attorney’s has allowed it: name that person. Nothing was captured.',
    )
  if (order.way !== 'page') return null
  if (!isOwnAddress(account, scope.address))
    throw new MunimentError(
      'CAPTURE_REFUSED',
      `${scope.address} is not an address of @${account.handle}: pages are captured of the City’s own accounts alone. Nothing was captured.`,
    )
  const terms = termsFor(scope.address)
  if (order.terms === terms.version) return terms
  throw new MunimentError(
    'CAPTURE_REFUSED',
    `Read the terms first, and say so (terms “${terms.version}”): ${terms.says.join(' ')}${terms.address === null ? '' : ` They stand at ${terms.address}.`} Nothing was captured.`,
  )
}

/** Platforms that many accounts share: there, an address is the account's own where it names it. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  facebook: ['facebook.com'],
  instagram: ['instagram.com'],
  threads: ['threads.net', 'threads.com'],
  x: ['x.com', 'twitter.com'],
  nextdoor: ['nextdoor.com'],
  youtube: ['youtube.com'],
  tiktok: ['tiktok.com'],
  linkedin: ['linkedin.com'],
  reddit: ['reddit.com'],
  medium: ['medium.com'],
  flickr: ['flickr.com'],
  vimeo: ['vimeo.com'],
  bluesky: ['bsky.app'],
  tumblr: ['tumblr.com'],
  soundcloud: ['soundcloud.com'],
  snapchat: ['snapchat.com'],
  discord: ['discord.com'],
  slack: ['slack.com'],
}
/** Platforms of many servers, each of which many accounts share. */
const OF_MANY_SERVERS: readonly string[] = ['mastodon']

/**
 * Whether an address is an account's own, as far as it can be told: on a shared platform, its path, or what stands before the platform's
 * name in its host, names handle or number. A site on a host of its own is taken for the account's, as the operator says.
 */
export function isOwnAddress(
  { platform, handle, nativeId }: { readonly [part in 'platform' | 'handle']: string } & Pick<Account, 'nativeId'>,
  address: string,
): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  const host = url.hostname
  const isOn = (one: string) => host === one || host.endsWith(`.${one}`)
  const names = [handle, ...(nativeId === null ? [] : [nativeId])].map((name) => name.replace(/^@/, '').toLowerCase())
  // A blog under a name of its own, which is its handle.
  if (names.includes(host)) return true
  const own = SHARED[platform]
  const shared = Object.values(SHARED).flat().some(isOn)
  if (OF_MANY_SERVERS.includes(platform)) return !shared && namesOne(url, [...names, ...names.map(localPart)])
  if (own === undefined) return !shared
  const place = own.find(isOn)
  return place !== undefined && (namesOne(url, names) || names.includes(host.slice(0, -place.length - 1)))
}

/** Whether a part of an address's path, or its `id`, is one of some names. */
function namesOne({ pathname, searchParams }: URL, names: readonly string[]): boolean {
  const parts = `${pathname}/${searchParams.get('id') ?? ''}`
    .split('/')
    .map((part) => decoded(part).replace(/^@/, '').toLowerCase())
  return parts.some((part) => part !== '' && names.includes(part))
}

/** `city` of `city@social.example`. */
const localPart = (name: string) => name.replace(/@.*$/, '')

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
