// A dialog that asks on what ground something is kept back.
import type { AppliedGround } from '../../../../shared/domain/review/review.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import { GroundForm } from './ground-form.tsx'

const t = translator(en)
const MOST = 200

interface Props {
  readonly open: boolean
  readonly title: string
  /** What is kept back, as the record says it; null for a whole record. */
  readonly words: string | null
  readonly action: string
  readonly used: readonly AppliedGround[]
  readonly onGround: (ground: AppliedGround) => void
  readonly onClose: () => void
}

/** The dialog. */
export function GroundDialog({ open, title, words, action, used, onGround, onClose }: Props) {
  return (
    <Dialog title={title} open={open} onClose={onClose} wide>
      {words !== null && (
        <p className="ground-words">
          <PlainText text={t('groundFor', { words: words.slice(0, MOST) })} />
        </p>
      )}
      <GroundForm action={action} used={used} onGround={onGround} onClose={onClose} />
    </Dialog>
  )
}
