// Several of a few, ticked, side by side.

interface Props<One extends string> {
  readonly label: string
  readonly options: readonly One[]
  readonly chosen: readonly One[]
  readonly words: (one: One) => string
  readonly onChange: (chosen: One[]) => void
}

/** The list; what is chosen keeps the order of the options. */
export function TickList<One extends string>({ label, options, chosen, words, onChange }: Props<One>) {
  return (
    <fieldset className="legend">
      <legend>{label}</legend>
      <div className="tick-list">
        {options.map((option) => (
          <label key={option} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(option)}
              onChange={(event) =>
                onChange(options.filter((one) => (one === option ? event.target.checked : chosen.includes(one))))
              }
            />
            {words(option)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
