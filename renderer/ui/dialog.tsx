// A dialog over the window: it takes the focus, gives it back, and closes by Escape.
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

interface Props {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean
  /** Above everything, at the top: for the command palette. */
  readonly high?: boolean
}

/** Shows `children` as a dialog while `open`. */
export function Dialog({ title, open, onClose, children, wide, high }: Props) {
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
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
