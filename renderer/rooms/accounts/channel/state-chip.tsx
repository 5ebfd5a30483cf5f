// Where an account stands, as a chip.
import type { ChannelState } from '../../../../shared/domain/account/channel.ts'
import { en } from '../../../locale/en/channel.ts'
import { translator } from '../../../locale/t.ts'
import { Chip } from '../../../ui/chip.tsx'

const t = translator(en)

const tones = {
  draft: 'plain',
  requested: 'accent',
  approved: 'good',
  refused: 'bad',
  active: 'good',
  dormant: 'warn',
  dissolved: 'plain',
} as const satisfies Record<ChannelState, 'plain' | 'accent' | 'good' | 'warn' | 'bad'>

/** The chip; null is an account of which nobody has said it. */
export function StateChip({ state }: { readonly state: ChannelState | null }) {
  return state === null ? <span className="soft">{t('none')}</span> : <Chip tone={tones[state]}>{t(state)}</Chip>
}
