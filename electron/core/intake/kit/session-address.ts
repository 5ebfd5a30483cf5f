// Addresses without what is another for everybody who looks: with it nothing would be known again by its address.
import { SESSION_IN_ADDRESS } from '../../../../shared/text/session-names.ts'

const SESSION = new RegExp(`^${SESSION_IN_ADDRESS}$`, 'i')

/** Where a link of a page leads, in full and without the session that it carries on; null where it leads nowhere. */
export function addressWithoutSession(href: string, page: string): string | null {
  const url = href === '' ? null : URL.parse(href.replace(/;jsessionid=[^?#]*/i, ''), page)
  for (const name of [...(url?.searchParams.keys() ?? [])]) if (SESSION.test(name)) url?.searchParams.delete(name)
  return url?.href ?? null
}
