// The rooms, on the left.
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { formatCount } from '../locale/number.ts'
import { translator } from '../locale/t.ts'
import { Icon } from '../ui/icon.tsx'
import type { Room } from '../ui/room.ts'
import { address } from '../workspace/route.ts'
import { commandKey } from './keys.ts'
import { groups, rooms } from './rooms.ts'

const t = translator(en)

/** The navigation; `room` is where the clerk is. */
export function Navigation({ room }: { readonly room: string }) {
  return (
    <nav className="navigation" aria-label={t('rooms')}>
      {groups.map((group) => (
        <ul key={group[0]?.id}>
          {group.map((entry) => (
            <Entry key={entry.id} room={entry} here={entry.id === room} />
          ))}
        </ul>
      ))}
    </nav>
  )
}

function Entry({ room, here }: { readonly room: Room; readonly here: boolean }) {
  const { counts } = useVault().summary
  const place = rooms.indexOf(room)
  const count = room.count?.(counts) ?? 0
  return (
    <li>
      <a
        href={address(room.id)}
        className="navigation-entry"
        aria-current={here ? 'page' : undefined}
        title={place < 9 ? `${room.title}  ${commandKey}+${place + 1}` : room.title}
      >
        <Icon name={room.icon} />
        <span className="navigation-word">{room.title}</span>
        {count > 0 && <span className="navigation-count">{formatCount(count)}</span>}
      </a>
    </li>
  )
}
