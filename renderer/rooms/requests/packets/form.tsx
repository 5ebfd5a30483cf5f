// What every form about a packet has: its fields, what the vault refuses, its buttons.
import type { FormEvent, ReactNode } from 'react'
import type { Refusal } from '../../../../shared/contract/error.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly about?: string
  readonly verb: string
  readonly doing: { readonly go: () => Promise<unknown>; readonly busy: boolean; readonly refusal: Refusal | null }
  readonly disabled?: boolean
  readonly onCancel: () => void
  /** Whether it was done once: then there is nothing to cancel any more. */
  readonly begun?: boolean
  readonly children: ReactNode
}

/** The form. */
export function PacketForm({ about, verb, doing, disabled = false, onCancel, begun = false, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void doing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      {about !== undefined && <p className="soft">{about}</p>}
      {children}
      <RefusalNotice refusal={doing.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onCancel}>
          {t(begun ? 'close' : 'cancel')}
        </Button>
        <Button look="strong" submit busy={doing.busy} disabled={disabled}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
