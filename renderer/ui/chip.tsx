// A small label with an optional icon.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

interface Props {
  readonly children: ReactNode
  readonly tone?: 'plain' | 'accent' | 'good' | 'warn' | 'bad'
  readonly icon?: IconName
  readonly title?: string
}

/** A chip. */
export function Chip({ children, tone = 'plain', icon, title }: Props) {
  return (
    <span className={`chip ${tone}`} title={title}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
