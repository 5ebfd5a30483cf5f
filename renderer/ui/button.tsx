// Buttons: one strong action a screen, quiet ones beside it.
import type { ReactNode } from 'react'
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

type Look = 'strong' | 'plain' | 'quiet' | 'danger'

interface Props {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly look?: Look
  readonly icon?: IconName
  readonly disabled?: boolean
  readonly busy?: boolean
  readonly submit?: boolean
  readonly autoFocus?: boolean
}

/**
 * A button with words. While busy it keeps the focus and does nothing; react-aria's own pending state would leave an empty
 * image behind for screen readers when the button goes.
 */
export function Button(props: Props) {
  const { children, onPress, look = 'plain', icon, disabled, busy, submit, autoFocus } = props
  return (
    <AriaButton
      className={`button ${look} ${busy ? 'busy' : ''}`}
      type={submit && !busy ? 'submit' : 'button'}
      {...(onPress && !busy ? { onPress } : {})}
      isDisabled={disabled === true}
      aria-disabled={busy === true}
      autoFocus={autoFocus === true}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  )
}

interface IconButtonProps {
  readonly label: string
  readonly icon: IconName
  readonly onPress: () => void
  /** The keys that do the same, shown beside the label. */
  readonly keys?: string
  readonly pressed?: boolean
}

/** A button that shows an icon only; its name stands in a tooltip, with its key. */
export function IconButton({ label, icon, onPress, keys, pressed }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        className="button quiet only-icon"
        aria-label={label}
        onPress={onPress}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
