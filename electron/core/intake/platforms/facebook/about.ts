// Owns whose export a Facebook archive is, by its profile; in a download of chats alone nothing says so.

import type { Survey } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import { isObject, textOrNull } from '../../kit/value.ts'
import { repaired } from '../../meta/repaired.ts'
import { facebookProfile } from '../../meta/shape.ts'

/** What the export says of itself. */
export function aboutFacebook(seen: Survey): About {
  const profile = seen.peeks
    .map(({ json }) => repaired(json))
    .map((json) => (isObject(json) ? facebookProfile(json) : undefined))
    .find((one) => one !== undefined)
  const name = isObject(profile?.name) ? textOrNull(profile.name.full_name) : textOrNull(profile?.name)
  return {
    layout: layoutOf(seen),
    ownerHandle: textOrNull(profile?.username),
    ownerNativeId: null,
    ownerName: name,
    generatedAt: null,
  }
}

function layoutOf({ peeks }: Survey): string {
  const names = peeks.map(({ member }) => member.name)
  if (names.some((name) => /(?:^|\/)your_facebook_activity\//.test(name))) return '2024'
  if (names.some((name) => /(?:^|\/)your_activity_across_facebook\//.test(name))) return '2023'
  return names.some((name) => /(?:^|\/)(?:comments_and_reactions|friends_and_followers)\//.test(name))
    ? '2021'
    : 'other'
}
