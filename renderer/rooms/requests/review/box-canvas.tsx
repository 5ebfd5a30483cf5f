// The picture that boxes are drawn on.
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Box } from '../../../../shared/domain/review/review.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { afterKey, between } from './boxes.ts'
import { placeOf } from './marked-picture.tsx'

const t = translator(en)

interface Props {
  readonly digest: string
  readonly alt: string
  readonly boxes: readonly Box[]
  /** Boxes of redactions that stand. */
  readonly standing: readonly Box[]
  readonly onAdd: (box: Box) => void
  readonly onChange: (place: number, box: Box | null) => void
}

/** The picture. */
export function BoxCanvas({ digest, alt, boxes, standing, onAdd, onChange }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [corners, setCorners] = useState<readonly [readonly [number, number], readonly [number, number]] | null>(null)
  const pointOf = (event: PointerEvent): [number, number] => {
    const { left, top, width, height } = frame.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return [(event.clientX - left) / width, (event.clientY - top) / height]
  }
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return
    event.preventDefault()
    frame.current?.setPointerCapture(event.pointerId)
    setCorners([pointOf(event), pointOf(event)])
  }
  const move = (event: PointerEvent) => corners && setCorners([corners[0], pointOf(event)])
  const end = () => {
    const box = corners && between(...corners)
    setCorners(null)
    if (box) onAdd(box)
  }
  const pressed = (event: KeyboardEvent, place: number, box: Box) => {
    const after = afterKey(box, event.key, event.shiftKey)
    if (after === null && event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    onChange(place, after)
  }
  const drawn = corners && between(...corners)
  return (
    <div
      ref={frame}
      className="marked-picture drawing"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => setCorners(null)}
    >
      <img src={`app://record/${digest}`} alt={alt} draggable={false} />
      {standing.map((box) => (
        <span key={JSON.stringify(box)} className="picture-box" style={placeOf(box)} aria-hidden="true" />
      ))}
      {boxes.map((box, place) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a box keeps its place while it is moved, and the focus with it
          key={place}
          id={`box-${place}`}
          type="button"
          className="picture-box new"
          style={placeOf(box)}
          aria-label={nameOf(box, place)}
          onKeyDown={(event) => pressed(event, place, box)}
        >
          {place + 1}
        </button>
      ))}
      {drawn && <span className="picture-box new" style={placeOf(drawn)} aria-hidden="true" />}
    </div>
  )
}

function nameOf({ left, top, width, height }: Box, place: number): string {
  const share = (part: number) => Math.round(part * 100)
  return t('boxName', {
    number: place + 1,
    left: share(left),
    top: share(top),
    width: share(width),
    height: share(height),
  })
}
