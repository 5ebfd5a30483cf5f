// A word to the clerk inside a page: an icon and words, never colour alone.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

type Tone = 'info' | 'good' | 'warn' | 'bad'
const icons: Record<Tone, IconName> = { info: 'info', good: 'done', warn: 'warning', bad: 'bad' }

interface Props {
  readonly tone: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** A notice; a bad one is announced at once. */
export function Notice({ tone, title, children, actions }: Props) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div className="notice-words">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  )
}

/** Why something was refused, where there is a refusal. */
export function RefusalNotice({ refusal }: { readonly refusal: { readonly sentence: string } | null }) {
  return refusal ? <Notice tone="bad">{refusal.sentence}</Notice> : null
}
