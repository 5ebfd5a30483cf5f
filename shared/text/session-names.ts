// Owns which names of heads, parts of addresses, fields of forms and of pages say that whoever has the value is let in: the one list by which captures strip them.
import { isSecretName } from './secret-names.ts'

/** A regular expression’s source: names by which sites hand keys out to pages and take them back, Meta’s own among them. */
export const SESSION_NAME =
  '(?:[\\w.-]*(?:csrf|xsrf|token|nonce|secret(?!ar[yi])|session_?id|authenticity)[\\w.-]*|fb_dtsg(?:_ag)?|lsd|jazoest|jwt|bearer|auth(?:orization)?)'

/** A regular expression’s source: names by which links carry a session on from page to page. */
export const SESSION_IN_ADDRESS = '(?:sid|(?:php|j|asp)?sess(?:ion)?_?id|cftoken)'

const OPENS = new RegExp(`^${SESSION_NAME}$`, 'i')
/** Heads beside them. */
const KEY_HEADS =
  /^(?:(?:set-)?cookie2?|(?:proxy-)?(?:authorization|authenticate|authentication-info)|dpop|.*-auth|x-.*(?:auth|session).*|x-(?:.*-)?(?:fb_dtsg|lsd|jazoest))$/i
/** Parts of addresses and fields of forms beside them. */
const KEY_PARTS =
  /^(?:key|sig|sid|auth|code_verifier|oauth_.*|x-amz-(?:signature|credential|security-token)|h?mac|jwt|pass)$/i

/** Whether a head’s value lets in whoever sends it. */
export function isKeyHead(name: string): boolean {
  return KEY_HEADS.test(name) || OPENS.test(name)
}

/** Whether a head is left out of what is stored: it lets somebody in, or tells of them or their computer. What program asks is told. */
export function isSecretHead(name: string): boolean {
  return isKeyHead(name) || (isSecretName(name) && !/^user-agent$/i.test(name))
}

/** Whether a part of an address, or a field of what is sent, is masked in what is stored. */
export function isSecretPart(name: string): boolean {
  return KEY_PARTS.test(name) || OPENS.test(name) || isSecretName(name)
}

/** The forms in which a secret may stand in texts: as it is, in an address or a form, in JSON (PHP writes `\/` there), in HTML. */
export function writtenForms(secret: string): readonly string[] {
  const inAddress = encodeURIComponent(secret)
  const inJson = JSON.stringify(secret).slice(1, -1)
  const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())
  const forms = [
    ...[secret, inAddress, lower(inAddress), inAddress.replaceAll('%20', '+'), lower(inAddress).replaceAll('%20', '+')],
    ...[inJson, inJson.replaceAll('/', '\\/'), secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
  ]
  return [...new Set(forms)]
}
