// A part of the room with its heading, and what it is about.
import type { ReactNode } from 'react'

interface PartProps {
  /** Unique in the room. */
  readonly id: string
  readonly title: string
  readonly about?: string
  readonly children: ReactNode
}

/** The part. */
export function Part({ id, title, about, children }: PartProps) {
  return (
    <section className="room-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about !== undefined && <p className="soft">{about}</p>}
      {children}
    </section>
  )
}
