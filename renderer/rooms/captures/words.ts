// Ways of capturing, outcomes and parts in words.
import { apiWayFor } from '../../../shared/domain/capture/api-way.ts'
import type { Capture } from '../../../shared/domain/capture/capture.ts'
import { en } from '../../locale/en/captures.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { translator } from '../../locale/t.ts'
import type { Choice } from '../../ui/picker.tsx'
import { MAPPED } from './draft.ts'

const t = translator(en)

/** A way in words. */
export function wayWord(name: string): string {
  if (name === 'feed' || name === 'page') return t(`way.${name}`)
  if (name === MAPPED) return t('way.json')
  return t('way.api', { platform: platformWord(name.replace(/^api\//, '')) })
}

/**
 * The ways as a form offers them: the interface of the account's own platform, then pages and feeds, which every account has, then any
 * interface by a mapping, then those of other platforms.
 * @param platform the account's; null where none is chosen
 */
export function wayChoices(names: readonly string[], platform: string | null): Choice[] {
  const own = platform === null ? undefined : apiWayFor(platform)?.name
  const order = [`api/${own}`, 'page', 'feed', MAPPED]
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return names
    .map((id) => ({ id, label: wayWord(id) }))
    .toSorted((one, other) => place(one.id) - place(other.id) || one.label.localeCompare(other.label, 'en'))
}

const KINDS = [
  ...['posts', 'pages', 'media', 'comments', 'replies', 'deleted', 'log', 'maps', 'tags', 'redirects', 'videos'],
  ...['captions', 'held comments', 'playlists', 'messages', 'stories', 'linked'],
] as const

/** A kind of items, as an interface is asked for it. */
export function kindWord(kind: string): string {
  const known = KINDS.find((one) => one === kind)
  return known === undefined ? kind : t(`kind.${known}`)
}

/** How a capture ended, or that it did not yet. */
export function outcomeWord({ outcome, state }: Pick<Capture, 'outcome' | 'state'>): string {
  return t(`outcome.${outcome ?? (state === 'running' ? 'running' : 'interrupted')}`)
}

/** The tone that goes with it. */
export function outcomeTone({
  outcome,
  state,
}: Pick<Capture, 'outcome' | 'state'>): 'good' | 'warn' | 'bad' | 'accent' {
  if (outcome === null) return state === 'running' ? 'accent' : 'warn'
  if (outcome === 'complete' || outcome === 'unchanged') return 'good'
  return outcome === 'incomplete' || outcome === 'lapsed' || outcome === 'dropped' ? 'warn' : 'bad'
}

/** A part of an item that differs. */
export function partWord(part: string): string {
  return part === 'text' || part === 'media' || part === 'links' ? t(`part.${part}`) : part
}
