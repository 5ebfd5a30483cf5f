// A dialog over the window: it takes the focus, gives it back, and closes by Escape.
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'

interface Props {
  /** May be the words of the button that opens it: the dots that lead here are left out. */
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean
  /** The word of a button at its end that closes it, where nothing within does. */
  readonly closing?: string
  /** Above everything, at the top: for the command palette. */
  readonly high?: boolean
}

/** Shows `children` as a dialog while `open`. */
export function Dialog({ title, open, onClose, children, wide, closing, high }: Props) {
  return (
    <ModalOverlay
      className={`overlay ${high ? 'high' : ''}`}
      isOpen={open}
      onOpenChange={(next) => next || onClose()}
      isDismissable
    >
      <Modal className={`modal ${wide ? 'wide' : ''}`}>
        <AriaDialog className="dialog">
          <Heading slot="title" className={high ? 'visually-hidden' : 'dialog-title'}>
            {title.replace(/\s*…$/, '')}
          </Heading>
          {children}
          {closing !== undefined && (
            <div className="form-actions">
              <Button look="quiet" onPress={onClose}>
                {closing}
              </Button>
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
