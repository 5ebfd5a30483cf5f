// The end of a form: why it was refused, the way back, and the button that sends it.
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { RefusalNotice } from './notice.tsx'

interface Props {
  /** What the form sets off. */
  readonly action: { readonly busy: boolean; readonly refusal: Parameters<typeof RefusalNotice>[0]['refusal'] }
  /** The word of the way back. */
  readonly cancel: string
  readonly onCancel: () => void
  /** Whether what it does cannot be taken back. */
  readonly danger?: boolean
  readonly disabled?: boolean
  /** The words of the button. */
  readonly children: ReactNode
}

/** The row, under the refusal where there is one. */
export function FormEnd({ action, cancel, onCancel, danger = false, disabled = false, children }: Props) {
  return (
    <>
      <RefusalNotice refusal={action.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onCancel}>
          {cancel}
        </Button>
        <Button look={danger ? 'danger' : 'strong'} submit busy={action.busy} disabled={disabled}>
          {children}
        </Button>
      </div>
    </>
  )
}
