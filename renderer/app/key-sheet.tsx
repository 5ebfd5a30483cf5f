// The keys: those that work everywhere, and those of the room.
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { Room, Shortcut } from '../ui/room.ts'
import { everywhere } from './commands.ts'
import { commandKey } from './keys.ts'

const t = translator(en)

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly room: Room | undefined
  readonly onHelp: () => void
}

/** The sheet. */
export function KeySheet({ open, onClose, room, onHelp }: Props) {
  return (
    <Dialog title={t('keySheet')} open={open} onClose={onClose}>
      <div className="key-sheet">
        <Keys title={t('keysEverywhere')} keys={everywhere(commandKey)} />
        {room && room.keys.length > 0 && <Keys title={room.title} keys={room.keys} />}
      </div>
      {room && (
        <div>
          <Button icon="info" onPress={onHelp}>
            {t('helpOf', { room: room.title })}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

function Keys({ title, keys }: { readonly title: string; readonly keys: readonly Shortcut[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map((key) => (
          <div key={key.keys}>
            <dt>
              <kbd>{key.keys}</kbd>
            </dt>
            <dd>{key.words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
