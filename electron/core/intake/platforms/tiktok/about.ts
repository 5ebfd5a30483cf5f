// Owns whose export a TikTok archive is: by its profile, which may stand at the end of a large file.

import { parseLossless } from '../../../json/lossless.ts'
import { splitDeep } from '../../../json/split-deep.ts'
import { MemberError } from '../../archive/archive.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import type { About, Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject, textOrNull } from '../../kit/value.ts'

/** What the export says of itself. */
export async function aboutTikTok(seen: Survey, claims: ReadonlyMap<Peek, Claim>, signal: AbortSignal): Promise<About> {
  const json = [...claims].filter(([, { type }]) => type === 'data').map(([peek]) => peek)
  let profile = json.map((peek) => profileIn(peek.json)).find((one) => one !== null) ?? null
  for (const peek of json) profile ??= profileIn(await outlineOf(peek, seen, signal))
  return {
    layout: json.length > 0 ? 'json' : 'text',
    ownerHandle: profile === null ? handleInText(seen) : textOrNull(profile.userName ?? profile.username),
    ownerNativeId: null,
    ownerName: profile === null ? null : textOrNull(profile.displayName ?? profile.nickName ?? profile.name),
    generatedAt: null,
  }
}

/** The profile, wherever it stands in the document around the lists. */
export function profileIn(json: unknown, depth = 4): JsonObject | null {
  if (!isObject(json) || depth === 0) return null
  if (isObject(json.ProfileMap)) return json.ProfileMap
  for (const [key, value] of Object.entries(json)) {
    const found = /profile/i.test(key) || depth === 4 ? profileIn(value, depth - 1) : null
    if (found !== null) return found
  }
  return null
}

/** Null where the file is damaged: its own reading tells of that. */
async function outlineOf({ member }: Peek, { tree }: Survey, signal: AbortSignal): Promise<unknown> {
  try {
    for await (const { end } of splitDeep(tree.set.read(member, signal), () => true, signal))
      if (end?.envelope != null) return parseLossless(end.envelope.toString('utf8'))
  } catch (error) {
    if (!(error instanceof MemberError) && !(error instanceof SyntaxError)) throw error
  }
  return null
}

/** The text flavour's page of the profile, in English. */
function handleInText({ peeks }: Survey): string | null {
  for (const { text, form } of peeks) {
    const found = form === 'text' || form === 'csv' ? /^Username: (\S+)\s*$/m.exec(text) : null
    if (found !== null) return found[1] ?? null
  }
  return null
}
