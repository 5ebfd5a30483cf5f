// Owns what an export of Vimeo says of itself: whose it is, and which pages of its lists are not in it.
import type { Claims } from '../../kit/claims.ts'
import type { Survey } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import { isObject, type JsonObject, textOf, textOrNull } from '../../kit/value.ts'
import { keyOfPath, nextPage, pageKey } from './context.ts'
import { kindOf, lastStep } from './kinds.ts'

/** The account is named where its own answer (`me`) stands among the files, or where all lists are one account's. */
export async function vimeoAbout({ peeks }: Survey, claims: Claims): Promise<About> {
  const profiles = peeks
    .map(({ json }) => json)
    .filter((json): json is JsonObject => isObject(json) && kindOf(json) === 'user')
  const profile = profiles.length === 1 ? profiles[0] : undefined
  const link = textOf(profile?.link)
  const answers = [...claims].filter(([, { type }]) => type === 'list')
  const pages = new Set(answers.map(([{ json }]) => pageKey(json)))
  return {
    layout: 'api',
    ownerHandle: textOrNull(link.replace(/^https?:\/\/(?:www\.)?vimeo\.com\//, '')),
    ownerNativeId: profile === undefined ? null : textOrNull(lastStep(textOf(profile.uri))),
    ownerName: textOrNull(profile?.name),
    generatedAt: null,
    findings: answers.flatMap(([{ json, name }]) => {
      const next = nextPage(json)
      if (next === '' || pages.has(keyOfPath(next))) return []
      return [
        {
          code: 'list-continues',
          file: name,
          sentence: `This list goes on at ${next}, which is not in the package. Fetch that page too and import it.`,
        },
      ]
    }),
  }
}
