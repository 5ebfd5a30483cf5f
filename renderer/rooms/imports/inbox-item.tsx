// One file or folder of the inbox.
import type { InboxItem } from '../../../shared/domain/intake/inbox.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/inbox.ts'
import { formatBytes } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { PathText } from '../../ui/path-text.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

interface WaitingProps {
  readonly item: InboxItem
  readonly chosen: boolean
  readonly onChoose: (on: boolean) => void
}

/** One that waits; it can be chosen once it stands still. */
export function WaitingItem({ item, chosen, onChoose }: WaitingProps) {
  const { name, state } = item
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={chosen}
        disabled={state !== 'ready'}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <span className="inbox-item">
        <bdi>
          <PathText path={name} />
        </bdi>
        <Chip tone={state === 'ready' ? 'good' : state === 'new' ? 'plain' : 'warn'}>{t(`state.${state}`)}</Chip>
        <Facts item={item} />
      </span>
    </label>
  )
}

/** One that was imported: it stays where it is. */
export function ImportedItem({ item }: { readonly item: InboxItem }) {
  const { zone } = useVault().summary
  const { name, imported } = item
  return (
    <li className="inbox-item">
      <bdi>
        <PathText path={name} />
      </bdi>
      {imported && (
        <a href={address('imports', [imported.accession])}>
          {t('importedAs', { when: formatInstant(imported.at, zone, 'day'), number: String(imported.accession) })}
        </a>
      )}
      <Facts item={item} />
    </li>
  )
}

function Facts({ item: { size, since } }: { readonly item: InboxItem }) {
  const { zone } = useVault().summary
  return (
    <span className="inbox-facts soft">
      {t('facts', { size: formatBytes(size), since: formatInstant(since, zone, 'moment') })}
    </span>
  )
}
