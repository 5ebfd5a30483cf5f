// The command palette: rooms, commands and all that the rooms hold by typing, recent first, and records found by the same words.
import { useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField, Text } from 'react-aria-components'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRecent } from '../workspace/recent.ts'
import { address, go } from '../workspace/route.ts'
import { type Deed, leadTo, type Own, useDeeds } from './deeds.ts'
import { useFoundRecords, useRecentRecords } from './found-records.ts'
import { rank } from './rank.ts'

const t = translator(en)

const MOST = 40

interface Props extends Own {
  readonly open: boolean
  readonly onClose: () => void
}

/** The palette. */
export function Palette({ open, onClose, ...own }: Props) {
  return (
    <Dialog title={t('palette')} open={open} onClose={onClose} high>
      <PaletteList onClose={onClose} {...own} />
    </Dialog>
  )
}

function PaletteList({ onClose, ...own }: Omit<Props, 'open'>) {
  const [words, setWords] = useState('')
  const typed = words.trim()
  const [recent, use] = useRecent(useVault().summary.vaultId)
  const deeds = useDeeds(own)
  const records = useFoundRecords(typed).map(leadTo)
  const recentRecords = useRecentRecords(recent).map(leadTo)
  const known = typed === '' ? [...recentRecords, ...deeds] : deeds
  const find: Deed[] =
    typed === ''
      ? []
      : [
          {
            id: 'find',
            label: t('findRecords', { words: typed }),
            icon: 'search',
            run: () => go(address('records', [], { q: typed })),
          },
        ]
  const shown = [...rank(known, typed, recent).slice(0, MOST), ...find, ...(typed === '' ? [] : records)]
  const choose = (deed: Deed | undefined) => {
    onClose()
    if (deed && deed.id !== 'find') use(deed.id)
    deed?.run()
  }
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <SearchField
        className="palette-field"
        aria-label={t('palette')}
        autoFocus
        onSubmit={() => {
          // Records that arrive late let go of the line in hand for a moment: Enter then means the first.
          const inHand = document.activeElement?.getAttribute('aria-activedescendant')
          if (typed !== '' && !(inHand && document.getElementById(inHand))) choose(shown[0])
        }}
      >
        <Icon name="search" />
        <Input placeholder={t('paletteHint')} />
      </SearchField>
      {/* biome-ignore lint/a11y/useSemanticElements: a frame that scrolls, not a set of fields */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className="palette-frame" role="group" aria-label={t('palette')} tabIndex={0}>
        <Menu
          className="palette-list"
          aria-label={t('palette')}
          items={shown}
          dependencies={[words, shown.length]}
          onAction={(key) => choose(shown.find(({ id }) => id === key))}
          renderEmptyState={() => <p className="soft">{t('paletteNone')}</p>}
        >
          {(deed) => (
            <MenuItem id={deed.id} textValue={deed.label} className="choice palette-deed">
              <Icon name={deed.icon} className="palette-icon" />
              <Text slot="label">{deed.label}</Text>
              {deed.detail && (
                <Text slot="description" className="soft">
                  {deed.detail}
                </Text>
              )}
              {deed.keys && <kbd>{deed.keys}</kbd>}
            </MenuItem>
          )}
        </Menu>
      </div>
    </Autocomplete>
  )
}
