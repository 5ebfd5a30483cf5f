// A picture with its boxes drawn over it: see-through while it is reviewed, black as it will be released.
import type { Box } from '../../../../shared/domain/review/review.ts'

export interface KeyedBox {
  readonly box: Box
  readonly key: number
}

interface Props {
  readonly digest: string
  readonly alt: string
  readonly boxes: readonly KeyedBox[]
  /** Whether the whole picture is kept back. */
  readonly veiled?: boolean
  readonly opaque?: boolean
}

/** The picture. */
export function MarkedPicture({ digest, alt, boxes, veiled, opaque }: Props) {
  return (
    <div className={`marked-picture ${veiled ? 'veiled' : ''} ${opaque ? 'opaque' : ''}`}>
      <img src={`app://record/${digest}`} alt={alt} decoding="async" draggable={false} />
      {boxes.map(({ box, key }) => (
        <span key={JSON.stringify(box)} className="picture-box" style={placeOf(box)} aria-hidden="true">
          {!opaque && key}
        </span>
      ))}
    </div>
  )
}

/** Where a box lies, for a style. */
export function placeOf({ left, top, width, height }: Box) {
  const share = (part: number) => `${part * 100}%`
  return { left: share(left), top: share(top), width: share(width), height: share(height) }
}
