// One thing of a form that is ticked or not.

/** The box and its words. */
export function Check({
  on,
  onChange,
  words,
}: {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly words: string
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {words}
    </label>
  )
}
