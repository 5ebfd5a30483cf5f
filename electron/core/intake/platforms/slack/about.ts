// Owns what a Slack export says of itself.
import type { Claims } from '../../kit/claims.ts'
import type { About } from '../../kit/spec.ts'
import { secondsTime } from '../../kit/time.ts'
import { isObject, objectsOf, textOf } from '../../kit/value.ts'

/** Layout, workspace and time of making. Slack writes the workspace's name nowhere; its number stands with each member. */
export function aboutExport(claims: Claims): About {
  const manifest = [...claims].find(([, { type }]) => type === 'manifest')?.[0].json
  const metadata = isObject(manifest) && isObject(manifest.metadata) ? manifest.metadata : {}
  const teams = new Map<string, number>()
  for (const [{ json }, { type }] of claims) {
    if (type !== 'members') continue
    for (const { team_id: team } of objectsOf(json)) {
      if (textOf(team) !== '') teams.set(textOf(team), (teams.get(textOf(team)) ?? 0) + 1)
    }
  }
  // Guests of other workspaces are members too: the workspace's own are the most.
  const [own] = [...teams].toSorted(([, one], [, other]) => other - one)
  const isGrid = [...claims.keys()].some(({ name }) => /(?:^|\/)teams\/[^/]+\/[^/]+\//.test(name))
  return {
    layout: isGrid ? 'organisation' : 'workspace',
    ownerHandle: null,
    ownerNativeId: own?.[0] ?? null,
    ownerName: null,
    generatedAt: secondsTime(metadata.created_at).at,
  }
}
