// An icon of the set; it never stands without a word that says the same.
import { type IconName, iconPaths } from './icon-paths.ts'

interface Props {
  readonly name: IconName
  readonly className?: string
}

/** Draws an icon in the colour and size of the text around it. */
export function Icon({ name, className = '' }: Props) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  )
}
