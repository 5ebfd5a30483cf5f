// Several of a list, ticked.

interface Props {
  readonly label: string
  readonly choices: readonly { readonly id: string; readonly title: string; readonly note: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** The list; what is chosen keeps the order of the list. */
export function Choices({ label, choices, chosen, onChange }: Props) {
  const tick = (id: string, on: boolean) =>
    onChange(choices.map((choice) => choice.id).filter((one) => (one === id ? on : chosen.includes(one))))
  return (
    <fieldset className="legend letter-choices">
      <legend>{label}</legend>
      {choices.map(({ id, title, note }) => (
        <label key={id} className="check">
          <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => tick(id, event.target.checked)} />
          <span>
            {title}
            {note !== '' && <span className="hint"> {note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
