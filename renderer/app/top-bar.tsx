// The bar at the top: the vault, the way to everything, the jobs under way, and who acts.
import { bridge } from '../client/bridge.ts'
import { shellState } from '../client/session.ts'
import { useStore } from '../client/store.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { looksOf, useLook } from '../workspace/look.ts'
import { ActingPicker } from './acting.tsx'
import { JobTray } from './job-tray.tsx'
import { commandKey } from './keys.ts'

const t = translator(en)

interface Props {
  readonly onPalette: () => void
  readonly onKeys: () => void
  readonly onHelp: () => void
}

/** The top bar. */
export function TopBar({ onPalette, onKeys, onHelp }: Props) {
  const { summary } = useVault()
  // Nothing can be done in a copy, so nobody acts.
  const reading = useStore(shellState)?.reading ?? null
  const [look, choose] = useLook('look')
  return (
    <header className="top-bar">
      <MenuButton
        label={t('vaultMenu', { city: summary.city })}
        className="top-city"
        button={
          <>
            <Icon name="city" />
            <span className="top-city-name">{summary.city}</span>
          </>
        }
        entries={[
          { id: 'window', label: t('newWindow'), run: () => void bridge().ask({ ask: 'new-window' }) },
          { id: 'close', label: t('closeVault'), run: () => void bridge().ask({ ask: 'close-vault' }) },
        ]}
      />
      <button type="button" className="top-search" aria-label={t('searchOrRun')} onClick={onPalette}>
        <Icon name="search" />
        <span>{t('searchOrRun')}</span>
        <kbd>{commandKey} K</kbd>
      </button>
      <div className="top-right">
        <JobTray />
        {reading === null && <ActingPicker />}
        <MenuButton
          label={t('look')}
          className="only-icon"
          button={<Icon name="look" />}
          entries={looksOf('look').map((id) => ({
            id,
            label: t(`look.${id}`),
            chosen: id === look,
            run: () => choose(id),
          }))}
        />
        <IconButton label={t('help')} icon="info" keys="F1" onPress={onHelp} />
        <IconButton label={t('keySheet')} icon="keyboard" keys="?" onPress={onKeys} />
      </div>
    </header>
  )
}
