// Photos, videos and files of a version; what the archive doesn't hold is said, with the reason.
import { useState } from 'react'
import type { MediaItem } from '../../shared/domain/record/record.ts'
import { word } from '../locale/en/domain.ts'
import { en } from '../locale/en/records.ts'
import { formatBytes } from '../locale/number.ts'
import { translator } from '../locale/t.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { PlainText } from '../ui/plain-text.tsx'

const t = translator(en)
const MOST = 60

/** The gallery. */
export function Gallery({ media }: { readonly media: readonly MediaItem[] }) {
  const [large, setLarge] = useState<MediaItem | null>(null)
  if (media.length === 0) return null
  return (
    <section className="record-part" aria-label={t('mediaTitle')}>
      <ul className={`gallery ${media.length === 1 ? 'single' : ''}`}>
        {media.slice(0, MOST).map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same file may stand twice in a post, and the list never changes
          <li key={place}>
            <Piece item={item} onLarge={() => setLarge(item)} />
          </li>
        ))}
      </ul>
      <Dialog
        title={large?.alt || large?.name || t('mediaTitle')}
        open={large !== null}
        onClose={() => setLarge(null)}
        wide
      >
        {large?.digest && <img className="media-large" src={source(large.digest)} alt={large.alt ?? ''} />}
      </Dialog>
    </section>
  )
}

function Piece({ item, onLarge }: { readonly item: MediaItem; readonly onLarge: () => void }) {
  return (
    <figure className="piece">
      {item.digest === null ? <Missing item={item} /> : <Present item={item} digest={item.digest} onLarge={onLarge} />}
      <figcaption>
        <span className="soft">
          {word(item.role)}
          {item.size !== null && ` · ${formatBytes(item.size)}`}
        </span>
        {item.alt && (
          <span>
            <PlainText text={item.alt.slice(0, 1000)} />
          </span>
        )}
      </figcaption>
    </figure>
  )
}

interface PresentProps {
  readonly item: MediaItem
  readonly digest: string
  readonly onLarge: () => void
}

function Present({ item, digest, onLarge }: PresentProps) {
  const [broken, setBroken] = useState(false)
  if (broken || item.role === 'file') {
    return (
      <p className="piece-none">
        <Icon name="file" />
        <PlainText text={item.name} />
        {broken && <span className="soft">{t('mediaBroken')}</span>}
      </p>
    )
  }
  const failed = () => setBroken(true)
  if (item.role === 'photo') {
    return (
      <button type="button" className="piece-button" onClick={onLarge} title={t('openMedia')}>
        <img src={source(digest)} alt={item.alt ?? t('noAlt')} loading="lazy" decoding="async" onError={failed} />
      </button>
    )
  }
  if (item.role === 'audio') {
    // biome-ignore lint/a11y/useMediaCaption: the record has no captions; what was published is shown as it was
    return <audio controls preload="metadata" src={source(digest)} onError={failed} />
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: as above
    <video
      controls
      preload="metadata"
      loop={item.role === 'animation'}
      src={source(digest)}
      onError={failed}
      aria-label={item.alt ?? word(item.role)}
    />
  )
}

function Missing({ item }: { readonly item: MediaItem }) {
  return (
    <p className="piece-none missing">
      <Icon name={item.role === 'photo' ? 'image' : 'film'} />
      <strong>{t('missing')}</strong>
      {item.missing && <span className="soft">{item.missing}</span>}
      <span className="mono piece-name">
        <PlainText text={item.name.slice(0, 300)} />
      </span>
    </p>
  )
}

/** Media come from the vault by digest, from another origin than the window's. */
function source(digest: string): string {
  return `app://record/${digest}`
}
