// Owns what a Discord export says of itself.
import type { Claims } from '../../kit/claims.ts'
import type { About } from '../../kit/spec.ts'
import { idOf, isObject, type JsonObject, textOrNull } from '../../kit/value.ts'
import { exportedAt } from './exported.ts'

/** Whose package it is; an export of channels by DiscordChatExporter is nobody's. */
export function aboutExport(claims: Claims): About {
  const of = (wanted: string): readonly JsonObject[] =>
    [...claims].flatMap(([{ json }, { type }]) => (type === wanted && isObject(json) ? [json] : []))
  const [account] = of('account')
  const channels = of('exported channel')
  const times = channels.flatMap((json) => exportedAt(json) ?? [])
  return {
    layout: channels.length > 0 ? 'exported channels' : 'data package',
    ownerHandle: textOrNull(account?.username),
    ownerNativeId: idOf(account?.id),
    ownerName: textOrNull(account?.global_name),
    generatedAt: times.length > 0 ? Math.max(...times) : null,
  }
}
