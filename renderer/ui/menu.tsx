// A button that opens a menu.
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'

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
}

/** The button and its menu. */
export function MenuButton({ label, button, entries, className = '' }: Props) {
  return (
    <MenuTrigger>
      <Button className={`button quiet ${className}`} aria-label={label}>
        {button}
      </Button>
      <Popover className="popover">
        <Menu
          className="choices"
          items={entries}
          selectionMode={entries.some((entry) => entry.chosen !== undefined) ? 'single' : 'none'}
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
