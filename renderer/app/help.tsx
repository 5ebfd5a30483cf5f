// The help page of a room, the same that stands in docs/rooms.
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { Dialog } from '../ui/dialog.tsx'
import type { Room } from '../ui/room.ts'
import { type Block, blocksOf, type Run } from './help-text.ts'

const t = translator(en)
const pages = import.meta.glob<string>('../../docs/rooms/*.md', { eager: true, query: '?raw', import: 'default' })

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly room: Room | undefined
}

/** The page in a dialog. */
export function Help({ open, onClose, room }: Props) {
  const page = pages[`../../docs/rooms/${room?.id}.md`] ?? ''
  return (
    <Dialog title={t('helpOf', { room: room?.title ?? '' })} open={open} onClose={onClose} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="help-page" aria-label={t('help')} tabIndex={0}>
        {blocksOf(page).map((block) => (
          <Drawn key={JSON.stringify(block)} block={block} />
        ))}
      </section>
    </Dialog>
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
