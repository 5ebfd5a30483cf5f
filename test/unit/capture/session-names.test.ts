// One list of what lets somebody in: what the capture browser learns and blanks, and what is stripped of every exchange, are the same names.
import { expect, test } from 'vitest'
import { secretsOf } from '../../../electron/browser/secrets.ts'
import { secretsIn, stripSecrets } from '../../../electron/core/capture/strip-secrets.ts'
import { isKeyHead, isSecretHead, isSecretPart } from '../../../shared/text/session-names.ts'

const HANDED_OUT = [
  'csrf-token',
  'XSRF-TOKEN',
  'authenticity_token',
  'access_token',
  'fb_dtsg',
  'lsd',
  'jazoest',
  'wp_nonce',
  'session_id',
  'client_secret',
]
const VALUE = 'planted-value-3141592'

test.each(HANDED_OUT)(
  '“%s” is learned from a page, blanked in it, and masked in addresses, forms and heads',
  (name) => {
    for (const page of [
      `<meta name="${name}" content="${VALUE}">`,
      `<input value="${VALUE}" name="${name}">`,
      `{"${name}": "${VALUE}"}`,
    ]) {
      const known = secretsOf()
      known.learnIn(Buffer.from(page))
      expect(Buffer.from(known.blank(Buffer.from(`${page} ${VALUE}`))).toString()).not.toContain(VALUE)
    }
    const stored = stripSecrets(
      {
        method: 'POST',
        url: `https://town.test/?${name}=${VALUE}&page=2`,
        requestHeaders: [
          [`X-${name}`, VALUE],
          ['Accept', '*/*'],
        ],
        requestBody: Buffer.from(`a=1&${name}=${VALUE}`),
        status: 200,
        statusText: 'OK',
        responseHeaders: [],
        body: Buffer.from('words'),
        spooled: null,
        rawDigest: null,
        truncated: null,
        at: 0,
        remoteAddress: null,
        tls: null,
        reader: null,
      },
      secretsIn([]),
    )
    const kept = JSON.stringify({ ...stored, requestBody: Buffer.from(stored.requestBody ?? []).toString() })
    expect(kept).not.toContain(VALUE)
    expect(kept).toContain('page=2')
  },
)

test('a head that lets somebody in is learned and left out; one that tells of a computer is left out alone', () => {
  for (const name of [
    'Authorization',
    'Cookie',
    'Set-Cookie',
    'Proxy-Authorization',
    'DPoP',
    'X-Api-Auth',
    'X-Session',
    'X-CSRF-Token',
  ])
    expect([name, isKeyHead(name), isSecretHead(name)]).toEqual([name, true, true])
  for (const name of ['X-Device-Id', 'X-Client-Ip'])
    expect([name, isKeyHead(name), isSecretHead(name)]).toEqual([name, false, true])
  for (const name of ['User-Agent', 'Accept', 'ETag', 'Content-Type', 'Link', 'X-WP-Total'])
    expect([name, isSecretHead(name)]).toEqual([name, false])
})

test('innocent names stay', () => {
  for (const name of ['page', 'q', 'tollsdue', 'wellsdale', 'author', 'keyword', 'signature_city'])
    expect([name, isSecretPart(name)]).toEqual([name, false])
})
