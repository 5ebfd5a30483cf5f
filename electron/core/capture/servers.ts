// Owns what is known of the servers of a capture: where they were, what they showed to be trusted, and how far their clocks are from this one.
import type { SeenServer } from '../../../shared/domain/capture/capture.ts'
import { type Exchange, fieldOf } from './exchange.ts'

/** Takes note of servers as they answer. @param before those that an earlier run of the same capture saw */
export function serverBook(before: readonly SeenServer[]) {
  const servers = new Map<string, { -readonly [Part in keyof SeenServer]: SeenServer[Part] }>(
    before.map((server) => [server.host, { ...server }]),
  )
  return {
    field: (exchange: Exchange, name: string) => fieldOf(exchange.responseHeaders, name),
    see: ({ url, remoteAddress, tls, responseHeaders, at }: Exchange) => {
      const { host } = new URL(url)
      const known = servers.get(host) ?? {
        host,
        addresses: [],
        protocol: null,
        cipher: null,
        certificates: [],
        clockAhead: null,
      }
      if (remoteAddress !== null && !known.addresses.includes(remoteAddress))
        known.addresses = [...known.addresses, remoteAddress]
      if (tls !== null) {
        known.protocol = tls.protocol
        known.cipher = tls.cipher
        const more = tls.certificates.filter(({ sha256 }) => !known.certificates.some((one) => one.sha256 === sha256))
        if (more.length > 0) known.certificates = [...known.certificates, ...more]
      }
      // An answer out of a cache may carry an older date.
      const date = fieldOf(responseHeaders, 'age') === '' ? Date.parse(fieldOf(responseHeaders, 'date')) : Number.NaN
      if (!Number.isNaN(date)) known.clockAhead = Math.round((date - at) / 1000)
      servers.set(host, known)
    },
    seen: (): SeenServer[] => [...servers.values()],
  }
}
