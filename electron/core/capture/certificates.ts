// Owns writing down the certificates that a server showed.
import type { DetailedPeerCertificate } from 'node:tls'
import type { SeenCertificate } from '../../../shared/domain/capture/capture.ts'
import { Digest } from '../../../shared/domain/id.ts'

/** No honest chain is longer. */
const LONGEST = 10

/** The chain as it was shown, the server's own first; none where it showed none. */
export function certificatesOf(first: DetailedPeerCertificate): SeenCertificate[] {
  const seen: SeenCertificate[] = []
  const known = new Set<string>()
  for (let one = first; one?.raw !== undefined && seen.length < LONGEST; one = one.issuerCertificate) {
    const sha256 = one.fingerprint256.replaceAll(':', '').toLowerCase()
    if (known.has(sha256)) break
    known.add(sha256)
    seen.push({
      subject: nameOf(one.subject),
      issuer: nameOf(one.issuer),
      validFrom: one.valid_from,
      validTo: one.valid_to,
      sha256: Digest.parse(sha256),
      pem: `-----BEGIN CERTIFICATE-----\n${one.raw.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`,
    })
  }
  return seen
}

function nameOf(name: object): string {
  return Object.entries(name)
    .map(([part, value]) => `${part}=${Array.isArray(value) ? value.join('+') : String(value)}`)
    .join(', ')
}
