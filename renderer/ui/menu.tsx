// A button that opens a menu.
import { type ReactNode, useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { useRoomKey } from './room-key.ts'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly chosen?: boolean
  readonly run: () => void
}

interface Props {
  /** What the button is called where its contents don't say. */
  readonly label: string
  readonly button: ReactNode
  readonly entries: readonly MenuEntry[]
  readonly className?: string
  /** Whether several entries may be chosen; the menu then stays open. */
  readonly several?: boolean
  /** A key that opens it. */
  readonly openKey?: string
}

/** The button and its menu. */
export function MenuButton({ label, button, entries, className = '', several = false, openKey }: Props) {
  const [open, setOpen] = useState(false)
  useRoomKey(openKey ?? null, () => setOpen(true))
  const choice = several ? 'multiple' : 'single'
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={`button quiet ${className}`} aria-label={label}>
        {button}
      </Button>
      <Popover className="popover">
        <Menu
          className="choices"
          autoFocus="first"
          items={entries}
          selectionMode={entries.some((entry) => entry.chosen !== undefined) ? choice : 'none'}
          selectedKeys={entries.filter((entry) => entry.chosen).map((entry) => entry.id)}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
        >
          {(entry) => (
            <MenuItem id={entry.id} textValue={entry.label} className="choice">
              <Text slot="label">{entry.label}</Text>
              {entry.detail && (
                <Text slot="description" className="soft">
                  {entry.detail}
                </Text>
              )}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
