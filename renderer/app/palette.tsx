// The command palette: every room, command and account by typing, and a search of the records with the same words.
import { useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField, Text, useFilter } from 'react-aria-components'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { address, go } from '../workspace/route.ts'
import { type Deed, useDeeds } from './deeds.ts'

const t = translator(en)

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly onKeys: () => void
}

/** The palette. */
export function Palette({ open, onClose, onKeys }: Props) {
  return (
    <Dialog title={t('palette')} open={open} onClose={onClose} high>
      <PaletteList onClose={onClose} onKeys={onKeys} />
    </Dialog>
  )
}

function PaletteList({ onClose, onKeys }: Omit<Props, 'open'>) {
  const [words, setWords] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  const deeds = useDeeds(onKeys)
  const find: Deed[] =
    words.trim() === ''
      ? []
      : [
          {
            id: 'find',
            label: t('findRecords', { words: words.trim() }),
            icon: 'search',
            run: () => go(address('records', [], { q: words.trim() })),
          },
        ]
  const shown = [...deeds.filter((deed) => contains(`${deed.label} ${deed.detail ?? ''}`, words)), ...find]
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <SearchField className="palette-field" aria-label={t('palette')} autoFocus>
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
          dependencies={[words]}
          onAction={(key) => {
            onClose()
            shown.find((deed) => deed.id === key)?.run()
          }}
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
