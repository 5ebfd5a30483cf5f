// A text with a caret: words are selected with the mouse or with Shift and the arrows; nothing can be written.
import { useEffect, useRef, useState } from 'react'
import { type Mark, piecesOf } from './pieces.ts'

interface Props {
  readonly version: string
  readonly text: string
  readonly marks: readonly Mark[]
  readonly label: string
}

/** The text. The numbers of the grounds are drawn beside it, so that they are no part of what is selected. */
export function ReadOnlyText({ version, text, marks, label }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [born, setBorn] = useState(0)
  useEffect(() => {
    const held = frame.current
    if (born < 0 || held === null) return
    const refuse = (event: Event) => event.preventDefault()
    // An input method writes before it can be refused: the text is then drawn anew.
    const again = () => setBorn((before) => before + 1)
    held.addEventListener('beforeinput', refuse)
    held.addEventListener('compositionend', again)
    return () => {
      held.removeEventListener('beforeinput', refuse)
      held.removeEventListener('compositionend', again)
    }
  }, [born])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text area shows no marks within its text
    <div
      key={born}
      ref={frame}
      className="record-text read-only-text"
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-readonly="true"
      aria-label={label}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      dir="auto"
      data-version={version}
    >
      {piecesOf(text, marks).map((piece) => (
        <span
          key={piece.from}
          data-at={piece.from}
          className={[piece.look && `marked ${piece.look}`, piece.control && 'control'].filter(Boolean).join(' ')}
          {...(piece.begins ? { 'data-keys': piece.keys.join(', ') } : {})}
          {...(piece.control === null ? {} : { 'data-length': piece.text.length, contentEditable: false })}
        >
          {piece.control ?? piece.text}
        </span>
      ))}
    </div>
  )
}
