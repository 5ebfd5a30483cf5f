// Owns judging where a server led the browser on to: what stands there may be another's, or another page than the one that was asked for.
import type { PageEnd } from './reach.ts'

type Views = { readonly dom?: Uint8Array; readonly [view: string]: Uint8Array | undefined }

/** What a page's address means to others than computers: without scheme, `www.`, what stands behind `#`, and the last stroke. */
function plain(address: string): { readonly host: string; readonly path: string } | null {
  const url = URL.parse(address)
  return url && { host: url.host.replace(/^(?:www|m|mobile)\./, ''), path: url.pathname.replace(/\/+$/, '') }
}

/** Whether an address is a page's own, or lies below it. */
function isAtOrBelow(address: string, page: string): boolean {
  const [at, own] = [plain(address), plain(page)]
  return at !== null && own !== null && at.host === own.host && `${at.path}/`.startsWith(`${own.path}/`)
}

/**
 * How a visit ended, where the server led on to another page: not met where that is none of the account's own, or where it stands in place of the
 * page that was named, whose items would all count as gone.
 * @param isOwn whether an address is the account's own @param named the page that was named
 */
export function afterLeading(
  { page, end }: PageEnd,
  isOwn: (address: string) => boolean,
  named: string,
): PageEnd & { readonly isForeign: boolean } {
  const { landed } = end
  if (landed === '' || isAtOrBelow(landed, page)) return { page, end, isForeign: false }
  const told = [...end.told, `its server led on to ${landed}`]
  const isForeign = !isOwn(landed)
  if (!isForeign && page !== named) return { page, end: { ...end, told }, isForeign }
  const why = isForeign
    ? `it led on to ${landed}, which is none of the account’s own: nothing there is taken for the account’s`
    : `it led on to ${landed}: where the account is shown there now, capture that address`
  return { page, end: { ...end, told, met: false, older: false, why: end.met ? why : end.why }, isForeign }
}

/** A page's views without the state from which items are read. */
export function withoutItems<Some extends Views>(views: Some): Omit<Some, 'dom'> {
  const { dom: _dom, ...rest } = views
  return rest
}
