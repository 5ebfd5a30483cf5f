// Owns whose export a Snapchat archive is: by its account file, else by who sent what the account itself sent.
import type { Peek, Survey } from '../../kit/peek.ts'
import type { About, Claim } from '../../kit/spec.ts'
import { isObject, objectsOf, textOrNull } from '../../kit/value.ts'

/** What the export says of itself. */
export function aboutSnapchat(seen: Survey, claims: ReadonlyMap<Peek, Claim>): About {
  const [account] = accountsIn(seen)
  const types = new Set([...claims.values()].map(({ type }) => type))
  const old = seen.peeks.some(
    ({ json }) => isObject(json) && Object.keys(json).some((key) => /^(?:Received|Sent) /.test(key)),
  )
  const html = [...types].some((type) => type.startsWith('html-'))
  return {
    layout: html ? 'html' : old ? 'json-2022' : 'json',
    ownerHandle: account?.handle ?? senderIn(seen),
    ownerNativeId: null,
    ownerName: account?.name ?? null,
    generatedAt: null,
  }
}

/** Why parts are of several accounts; null where they are not. */
export function mixedAccounts(seen: Survey): string | null {
  const handles = [...new Set(accountsIn(seen).map(({ handle }) => handle))]
  return handles.length < 2
    ? null
    : `These files are of several Snapchat accounts (${handles.join(', ')}). Import the parts of one account at a time.`
}

function accountsIn(seen: Survey): readonly { readonly handle: string; readonly name: string | null }[] {
  return seen.peeks.flatMap(({ json }) => {
    const basic = isObject(json) ? json['Basic Information'] : undefined
    if (!isObject(basic)) return []
    const handle = textOrNull(basic.Username)
    return handle === null ? [] : [{ handle, name: textOrNull(basic.Name) }]
  })
}

function senderIn(seen: Survey): string | null {
  for (const { json } of seen.peeks) {
    if (!isObject(json)) continue
    for (const list of Object.values(json)) {
      const sent = objectsOf(list).find((one) => one.IsSender === true)
      if (sent !== undefined) return textOrNull(sent.From)
    }
  }
  return null
}
