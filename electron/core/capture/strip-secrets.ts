// Owns taking secrets out of what a capture stores: cookies, tokens, keys, and every secret that the capture itself was given.
import { MASK, withoutKeys } from '../../../shared/text/secret-values.ts'
import { isSecretHead, isSecretPart, writtenForms } from '../../../shared/text/session-names.ts'
import type { Exchange, Fields, PageFacts } from './exchange.ts'

/** A shorter one would stand in innocent words. */
const SHORTEST = 6

/** @param secrets every token, password and cookie value that the capture knows; those shorter than six letters are left out */
export function secretsIn(secrets: readonly string[]): readonly string[] {
  const forms = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [...writtenForms(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')])
  // The longest first: one may hold another.
  return [...new Set(forms)].sort((one, other) => other.length - one.length)
}

/** An exchange as it may be stored. @param secrets from `secretsIn` */
export function stripSecrets(exchange: Exchange, secrets: readonly string[]): Exchange {
  return {
    ...exchange,
    url: strippedAddress(exchange.url, secrets),
    requestHeaders: strippedFields(exchange.requestHeaders, secrets),
    requestBody: exchange.requestBody === null ? null : strippedForm(exchange.requestBody, secrets),
    statusText: strippedText(exchange.statusText, secrets),
    responseHeaders: strippedFields(exchange.responseHeaders, secrets),
    body: strippedBytes(exchange.body, secrets),
  }
}

/** What a browser saw, as it may be stored. Pictures are left as they are: what they show was shown. */
export function stripPage(page: PageFacts, secrets: readonly string[]): PageFacts {
  return {
    ...page,
    page: strippedAddress(page.page, secrets),
    title: strippedText(page.title, secrets),
    text: page.text === null ? null : strippedText(page.text, secrets),
    dom: page.dom === null ? null : strippedBytes(page.dom, secrets),
  }
}

/** An address without user, password, keys and known secrets. */
export function strippedAddress(address: string, secrets: readonly string[]): string {
  const url = URL.parse(address)
  if (url === null) return strippedText(withoutKeys(address), secrets)
  url.username = ''
  url.password = ''
  const query = url.search.slice(1)
  if (query !== '') url.search = query.split('&').map(strippedPair).join('&')
  // What follows `#` never reaches a server, but log-ins come back in it.
  if (/(?:token|code|key|secret)=/i.test(url.hash)) url.hash = ''
  return strippedText(withoutKeys(url.href), secrets)
}

function strippedPair(pair: string): string {
  const [written = '', ...rest] = pair.split('=')
  if (rest.length === 0) return pair
  return isSecretPart(decoded(written)) ? `${written}=${MASK}` : pair
}

function strippedFields(fields: Fields, secrets: readonly string[]): Fields {
  return fields
    .filter(([name]) => !isSecretHead(name))
    .map(([name, value]) => {
      const linked = /^(?:location|content-location|referer|refresh)$/i.test(name)
      return [name, linked ? strippedAddress(value, secrets) : strippedText(withoutKeys(value), secrets)] as const
    })
}

/** What is sent with a request is a form or JSON: its secret parts go by name. */
function strippedForm(body: Uint8Array, secrets: readonly string[]): Uint8Array {
  const text = Buffer.from(body).toString('latin1')
  const clean = /^[\w.%+-]+=/.test(text)
    ? text.split('&').map(strippedPair).join('&')
    : text.replace(/"([^"\\]{1,60})"(\s*:\s*)"(?:[^"\\]|\\.)*"/g, (all, name: string, between: string) =>
        isSecretPart(name) ? `"${name}"${between}"${MASK}"` : all,
      )
  return strippedBytes(Buffer.from(clean, 'latin1'), secrets)
}

/** A text without known secrets: an error that a server words may repeat what it was given. */
export function strippedText(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret, MASK), text)
}

/** Known secrets that a server sends back; the length stays, so that places in the content do. */
function strippedBytes(bytes: Uint8Array, secrets: readonly string[]): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!secrets.some((secret) => whole.includes(secret))) return bytes
  const copy = Buffer.from(whole)
  for (const secret of secrets) {
    const length = Buffer.byteLength(secret)
    for (let at = copy.indexOf(secret); at >= 0; at = copy.indexOf(secret, at + length)) copy.fill('*', at, at + length)
  }
  return copy
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
