// The help page of a room, the same that stands in docs/rooms.
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { en as tourWords } from '../locale/en/tour.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { Room } from '../ui/room.ts'
import { type Block, blocksOf, type Run } from './help-text.ts'
import { tourWord } from './practice-band.tsx'
import type { Tour } from './tour/use-tour.ts'

const t = translator(en)
const tTour = translator(tourWords)
const pages = import.meta.glob<string>('../../docs/rooms/*.md', { eager: true, query: '?raw', import: 'default' })

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly room: Room | undefined
  readonly tour: Tour
}

/** The page in a dialog. */
export function Help({ open, onClose, room, tour }: Props) {
  const page = pages[`../../docs/rooms/${room?.id}.md`] ?? ''
  return (
    <Dialog title={t('helpOf', { room: room?.title ?? '' })} open={open} onClose={onClose} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="help-page" aria-label={t('help')} tabIndex={0}>
        {blocksOf(page).map((block) => (
          <Drawn key={JSON.stringify(block)} block={block} />
        ))}
      </section>
      <TourOffer tour={tour} onTaken={onClose} />
    </Dialog>
  )
}

/** In a practice vault the way into the tour; elsewhere, where it is. */
function TourOffer({ tour, onTaken }: { readonly tour: Tour; readonly onTaken: () => void }) {
  const { practice } = useVault().summary
  if (!practice) return <p className="soft">{tTour('tourElsewhere')}</p>
  const take = () => {
    onTaken()
    // In a later turn: the dialog gives the focus back first.
    setTimeout(tour.takeUp)
  }
  return (
    <div className="form-actions">
      <Button icon="play" onPress={take}>
        {tourWord(tour)}
      </Button>
    </div>
  )
}

function Drawn({ block }: { readonly block: Block }) {
  // The title of the page is the dialog's.
  if (block.kind === 'heading') return block.level === 1 ? null : <h3>{block.text}</h3>
  if (block.kind === 'paragraph') return <p>{block.runs.map(drawn)}</p>
  return (
    <ul className="bullets">
      {block.items.map((item) => (
        <li key={JSON.stringify(item)}>{item.map(drawn)}</li>
      ))}
    </ul>
  )
}

function drawn({ kind, text }: Run) {
  if (kind === 'strong') return <strong key={text}>{text}</strong>
  if (kind === 'term') return <em key={text}>{text}</em>
  return kind === 'code' ? <kbd key={text}>{text}</kbd> : text
}
