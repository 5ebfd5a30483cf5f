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
}

/** Whether an address is an account's own, as far as it can be told: on a shared platform, its path names handle or number. */
export function isOwnAddress(
  { platform, handle, nativeId }: Pick<Account, 'platform' | 'handle' | 'nativeId'>,
  address: string,
): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  const isOn = (host: string) => url.hostname === host || url.hostname.endsWith(`.${host}`)
  const shared = Object.values(SHARED).flat().some(isOn)
  const own = SHARED[platform]
  if (own === undefined && !shared) return true
  // A site on a host of its own, of an account on a platform that gives such.
  if (!shared) return false
  if (own === undefined || !own.some(isOn)) return false
  const names = [handle, ...(nativeId === null ? [] : [nativeId])].map((name) => name.replace(/^@/, '').toLowerCase())
  const parts = `${url.pathname}/${url.searchParams.get('id') ?? ''}`
    .split('/')
    .map((part) => decoded(part).replace(/^@/, '').toLowerCase())
  return parts.some((part) => part !== '' && names.includes(part))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
