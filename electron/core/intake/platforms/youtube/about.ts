// Owns what a Takeout says of itself: the account's channel, and when it was made, by the names of its parts.
import type { Claims } from '../../kit/claims.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import { clockTime } from '../../kit/time.ts'
import { channelNames, channelSayer } from './channel.ts'
import { missingFiles } from './listing.ts'
import { sampleOf } from './table.ts'

/** An account may have several channels: then nobody is named as the owner. */
export async function aboutOf(survey: Survey, claims: Claims, signal: AbortSignal): Promise<About> {
  const { tree } = survey
  const channels = said(claims, 'channels', (peek) => channelSayer(sampleOf(peek.rows)))
  const named = said(claims, 'channel-urls', () => channelNames)
  const [one, ...others] = channels
  const owner = others.some(({ id }) => id !== one?.id) ? undefined : one
  const isOld = [...claims.values()].some(({ type }) => type === 'comment-page' || type.endsWith('-json'))
  return {
    layout: isOld ? 'takeout before 2022' : 'takeout',
    ownerHandle: named.find(({ id }) => id === owner?.id)?.names[0] ?? null,
    ownerNativeId: owner?.id ?? null,
    ownerName: owner?.title || null,
    generatedAt: tree.set.parts.map(({ name }) => madeAt(name)).find((at) => at !== null) ?? null,
    findings: await missingFiles(survey, claims, signal),
  }
}

function said(claims: Claims, wanted: string, say: (peek: Peek) => ReturnType<typeof channelSayer>) {
  return [...claims].flatMap(([peek, { type }]) =>
    type === wanted ? peek.rows.slice(1).flatMap((cells) => say(peek)(cells) ?? []) : [],
  )
}

/** `takeout-20260911T193951Z-1-001.zip`: in UTC. */
function madeAt(name: string): number | null {
  const parts = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(name)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number)
  return clockTime({ year, month, day, hour, minute, second, milli: 0 }, name, 'second', 'UTC').at
}
