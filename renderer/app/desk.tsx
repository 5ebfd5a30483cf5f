// The desk: navigation, top bar and the room the clerk is in, over an open vault.
import { useEffect, useState } from 'react'
import { shellState } from '../client/session.ts'
import { useStore } from '../client/store.ts'
import { useVault, useVaultFacts, VaultProvider } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { Waiting } from '../ui/delayed.tsx'
import { Empty } from '../ui/empty.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { address, go, useRoomId } from '../workspace/route.ts'
import { useSetting } from '../workspace/setting.ts'
import { useDrainer } from '../workspace/use-outbox.ts'
import { ActingDialog, useActingKept } from './acting.tsx'
import { Boundary } from './boundary.tsx'
import { useDueCaptures } from './due-captures.ts'
import { useDueReport } from './due-report.ts'
import { Help } from './help.tsx'
import { KeySheet } from './key-sheet.tsx'
import { useKeys } from './keys.ts'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { PracticeBand } from './practice-band.tsx'
import { roomOf, rooms } from './rooms.ts'
import { TopBar } from './top-bar.tsx'
import { TourPanel } from './tour/tour-panel.tsx'
import { useTour } from './tour/use-tour.ts'

const t = translator(en)

/** The desk. */
export function Desk({ notice }: { readonly notice: string | null }) {
  const facts = useVaultFacts()
  if (!facts) {
    return (
      <main className="opening">
        <Waiting words={t('openingMany')} />
      </main>
    )
  }
  return (
    <VaultProvider value={facts}>
      <OpenDesk notice={notice} />
    </VaultProvider>
  )
}

function OpenDesk({ notice }: { readonly notice: string | null }) {
  const { vaultId, practice } = useVault().summary
  const tour = useTour()
  const here = useRoomId()
  const room = roomOf(here)
  const [paletteOpen, setPaletteOpen] = useState(false)
  const [keysOpen, setKeysOpen] = useState(false)
  const [helpOpen, setHelpOpen] = useState(false)
  const help = () => {
    setKeysOpen(false)
    setHelpOpen(true)
  }
  useActingKept()
  const reading = useStore(shellState)?.reading ?? null
  useDrainer(vaultId, reading !== null)
  useDueReport(reading !== null)
  useDueCaptures(vaultId, reading === null && !practice)
  useLastRoom(here)
  useKeys({
    palette: () => setPaletteOpen(true),
    sheet: () => setKeysOpen(true),
    help,
    room: (index) => {
      const there = rooms[index]
      if (there) go(address(there.id))
    },
    search: () => go(address('records')),
  })
  return (
    <div className="desk">
      {reading !== null && (
        <p className="reading-band" role="status">
          <Icon name="lock" />
          <span>{reading}</span>
        </p>
      )}
      <button type="button" className="skip" onClick={() => document.getElementById('room')?.focus()}>
        {t('skip')}
      </button>
      {practice && <PracticeBand tour={tour} />}
      <TopBar onPalette={() => setPaletteOpen(true)} onKeys={() => setKeysOpen(true)} onHelp={help} />
      <Navigation room={here} />
      <main className="room" id="room" tabIndex={-1}>
        {notice && <Notice tone="warn">{notice}</Notice>}
        <Boundary key={here}>
          {room ? (
            <room.View />
          ) : (
            here !== '' && (
              <Empty icon="info" title={t('notARoom')}>
                {t('notARoomAbout')}
              </Empty>
            )
          )}
        </Boundary>
      </main>
      {practice && (tour.state === 'new' || tour.state === 'open') && <TourPanel tour={tour} />}
      <Palette
        open={paletteOpen}
        onClose={() => setPaletteOpen(false)}
        onKeys={() => setKeysOpen(true)}
        onHelp={help}
        tour={tour}
      />
      <KeySheet open={keysOpen} onClose={() => setKeysOpen(false)} room={room} onHelp={help} />
      <Help open={helpOpen} onClose={() => setHelpOpen(false)} room={room} tour={tour} />
      <ActingDialog />
    </div>
  )
}

/** Remembers the room, and begins in the last one. Another window may be in another room: only going somewhere is kept. */
function useLastRoom(room: string): void {
  const [last, setLast] = useSetting('last-room', 'home')
  const begin = roomOf(last) ? last : 'home'
  useEffect(() => {
    if (room === '') go(address(begin), true)
  }, [room, begin])
  useEffect(() => {
    if (room !== '') setLast(room)
  }, [room, setLast])
}
