// Ways of capturing, outcomes and parts in words.
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

/** The ways as a form offers them: pages and feeds, which every account has, then the interfaces by their names, then any other by a mapping. */
export function wayChoices(names: readonly string[]): Choice[] {
  const place = (name: string) =>
    ['page', 'feed', 'api', MAPPED].indexOf(/^api\//.test(name) && name !== MAPPED ? 'api' : name)
  return names
    .map((id) => ({ id, label: wayWord(id) }))
    .toSorted((one, other) => place(one.id) - place(other.id) || one.label.localeCompare(other.label, 'en'))
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
