// Long work on screen: its name, how far it is, and what can be done with it.
import type { ReactNode } from 'react'
import { Progress } from './progress.tsx'

interface Props {
  readonly title: ReactNode
  readonly label: string
  readonly state: ReactNode
  readonly facts: readonly string[]
  readonly bar: { readonly done: number; readonly total: number | null } | null
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** One piece of work. */
export function Work({ title, label, state, facts, bar, actions, children }: Props) {
  return (
    <article className="work" aria-label={label}>
      <div className="work-head">
        <strong className="work-title">{title}</strong>
        <span className="work-state">{state}</span>
      </div>
      {bar && <Progress label={label} done={bar.done} total={bar.total} />}
      <div className="work-foot">
        <span className="soft">{facts.join(' · ')}</span>
        {actions && <span className="work-actions">{actions}</span>}
      </div>
      {children}
    </article>
  )
}
