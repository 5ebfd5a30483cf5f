// What a list says while it has nothing: why, and what to do.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

interface Props {
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** An empty place. */
export function Empty({ icon, title, children, actions }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} className="empty-icon" />
      <p className="empty-title">{title}</p>
      {children && <p className="soft">{children}</p>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  )
}
