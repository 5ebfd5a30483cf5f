// What the window shows, by the state of the vault.
import { useRef } from 'react'
import { shellState } from '../client/session.ts'
import { useStore } from '../client/store.ts'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { Delayed } from '../ui/delayed.tsx'
import { Desk } from './desk.tsx'
import { useLookOnPage } from './look.ts'
import { Welcome } from './welcome.tsx'

const t = translator(en)

/** The window. */
export function App() {
  const dates = useLookOnPage()
  const state = useStore(shellState)
  const wasOpen = useRef(false)
  if (state?.vault === 'open') wasOpen.current = true
  if (state?.vault === 'none' || state?.vault === 'refused') wasOpen.current = false

  if (state === null) return null
  if (state.vault === 'open') return <Desk key={dates} notice={state.warning} />
  // A desk that is being started again stays on the screen, so that the clerk doesn't lose their place.
  if (state.vault === 'restarting' && wasOpen.current) return <Desk key={dates} notice={t('restarting')} />
  if (state.vault === 'copying') return <Opening words={t('copying', { name: state.name ?? '' })} />
  if (state.vault === 'converting') return <Opening words={t('converting', { name: state.name ?? '' })} />
  if (state.vault === 'moving') return <Opening words={t('moving', { name: state.name ?? '' })} />
  if (state.vault === 'opening' || state.vault === 'restarting')
    return <Opening words={state.making === null ? t('opening') : t('making', state.making)} />
  return <Welcome state={state} />
}

function Opening({ words }: { readonly words: string }) {
  return (
    <main className="opening">
      <Delayed>
        <p role="status">{words}</p>
      </Delayed>
    </main>
  )
}
