// One thing of a form that is ticked or not.
import type { ReactNode } from 'react'

interface CheckProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly words: ReactNode
  readonly disabled?: boolean
}

/** The box and its words. */
export function Check({ on, onChange, words, disabled = false }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} disabled={disabled} onChange={({ target }) => onChange(target.checked)} />
      {words}
    </label>
  )
}
