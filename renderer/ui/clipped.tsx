// Very long text: its beginning, and the rest when asked for.
import { type ReactNode, useState } from 'react'

interface Props {
  readonly text: string
  readonly most: number
  /** The words of the button that shows all. */
  readonly more: string
  readonly draw: (text: string) => ReactNode
}

/** Draws the text through `draw`; more than `most` characters only when asked for. */
export function Clipped({ text, most, more, draw }: Props) {
  const [whole, setWhole] = useState(false)
  if (text.length <= most || whole) return draw(text)
  return (
    <>
      {draw(`${beginning(text, most)} …`)}
      <button type="button" className="link" onClick={() => setWhole(true)}>
        {more}
      </button>
    </>
  )
}

/** Cuts without leaving half of a surrogate pair. */
function beginning(text: string, most: number): string {
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most)
}
