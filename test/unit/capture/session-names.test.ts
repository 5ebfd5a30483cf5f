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

test.each([
  ['an attribute', `<form data-csrf="${VALUE}">`],
  ['JSON in JSON', `{"state": "{\\"accessToken\\":\\"${VALUE}\\"}"}`],
  ['JSON in an attribute', `<main data-state="{&quot;jwt&quot;:&quot;${VALUE}&quot;}">`],
  ['a word that says who somebody is', `{"authorization": "Bearer ${VALUE}"}`],
  ['a link that carries the session on', `<a href="viewtopic.php?t=5&amp;sid=${VALUE}">`],
])('a key that stands in %s is learned from a page and blanked in it', (_where, page) => {
  const known = secretsOf()
  known.learnIn(Buffer.from(page))
  const kept = Buffer.from(known.blank(Buffer.from(page))).toString()
  expect(kept).toBe(page.replace(VALUE, '*'.repeat(VALUE.length)))
})

test('a key is blanked in whatever form a page has it: PHP’s JSON, forms, small letters, HTML', () => {
  const key = 'planted/value 3141&592'
  const forms = [
    ...['planted\\/value 3141&592', 'planted%2Fvalue%203141%26592', 'planted%2fvalue%203141%26592'],
    ...['planted%2Fvalue+3141%26592', 'planted%2fvalue+3141%26592', 'planted/value 3141&amp;592'],
  ]
  const known = secretsOf()
  known.learn({ 'X-CSRF-Token': key }, [])
  for (const form of forms) expect(Buffer.from(known.blank(Buffer.from(`a ${form} b`))).toString()).toMatch(/^a \*+ b$/)
})

test('what people are called, and what a page says, is no key', () => {
  const page =
    '<meta name="author" content="Public Works Department"><p data-author="Margaret Johnson">{"secretary": "Margaret-Johnson"} {"token_hint": "Enter the token here"}'
  const known = secretsOf()
  known.learnIn(Buffer.from(page))
  expect(Buffer.from(known.blank(Buffer.from(page))).toString()).toBe(page)
})
