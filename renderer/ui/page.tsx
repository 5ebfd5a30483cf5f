// The frame of a room: its name, what it is for, what can be done there, and its contents.
import { type ReactNode, useEffect } from 'react'

interface Props {
  readonly title: string
  readonly about?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Contents that scroll by themselves and use the whole width. */
  readonly full?: boolean
}

/** A room's page. */
export function Page({ title, about, actions, children, full }: Props) {
  useEffect(() => {
    document.title = `${title} – Muniment`
  }, [title])
  return (
    <div className={`page ${full ? 'full' : ''}`}>
      <header className="page-head">
        <div className="page-words">
          <h1>{title}</h1>
          {about && <p className="soft">{about}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      <div className="page-body">{children}</div>
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
