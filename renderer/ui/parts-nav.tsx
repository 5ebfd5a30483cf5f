// The parts of a page, one of which is shown: links, so that each has an address of its own.

interface Props {
  readonly label: string
  readonly parts: readonly { readonly id: string; readonly title: string; readonly to: string }[]
  readonly here: string
}

/** The links. */
export function PartsNav({ label, parts, here }: Props) {
  return (
    <nav className="parts-nav" aria-label={label}>
      {parts.map(({ id, title, to }) => (
        <a key={id} href={to} aria-current={id === here ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  )
}
