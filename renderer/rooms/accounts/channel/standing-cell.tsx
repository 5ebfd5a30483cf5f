// Where an account stands, in the register, and whether its name needs a look.
import type { Channel } from '../../../../shared/contract/channel.ts'
import { en } from '../../../locale/en/channel.ts'
import { translator } from '../../../locale/t.ts'
import { Chip } from '../../../ui/chip.tsx'
import { StateChip } from './state-chip.tsx'

const t = translator(en)

interface Props {
  /** Undefined until it is known. */
  readonly channel: Channel | undefined
}

/** The cell. */
export function StandingCell({ channel }: Props) {
  if (channel === undefined) return null
  const { state, concerns, nameApproval } = channel
  return (
    <span className="standing-cell">
      <StateChip state={state} />
      {concerns.length > 0 && nameApproval === null && (
        <Chip tone="warn" icon="warning">
          {t('nameLook')}
        </Chip>
      )}
    </span>
  )
}
