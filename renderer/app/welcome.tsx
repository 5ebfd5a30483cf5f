// Before a vault is open: create one, open one, or take one of the last.
import { useState } from 'react'
import type { ErrorCode } from '../../shared/contract/error.ts'
import type { ShellRequest, ShellState } from '../../shared/contract/shell.ts'
import { Zone } from '../../shared/domain/time.ts'
import { useAction } from '../client/action.ts'
import { askShell } from '../client/shell.ts'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { CreateVault } from './create-vault.tsx'
import { UnlockVault } from './unlock-vault.tsx'

const t = translator(en)
/** Refusals of vaults that can be read all the same, as a copy. */
const COPIED: ReadonlySet<ErrorCode> = new Set(['VAULT_IN_USE', 'PLACE_UNSAFE'])

/** Refusals of vaults that are opened once their passphrase is said. */
const LOCKED: ReadonlySet<ErrorCode> = new Set(['PASSPHRASE_NEEDED', 'KEY_REFUSED', 'VAULT_CONVERTING'])

/** The welcome screen. */
export function Welcome({ state }: { readonly state: ShellState }) {
  const [creating, setCreating] = useState(false)
  const action = useAction(askShell)
  const refusal = action.refusal ?? state.refusal
  const isLocked = refusal !== null && LOCKED.has(refusal.code)
  return (
    <main className="welcome">
      <div className="welcome-card">
        <header className="welcome-head">
          <p className="wordmark">
            <Icon name="city" />
            Muniment
          </p>
          <h1>{t('welcome')}</h1>
          <p className="soft">{t('welcomeAbout')}</p>
        </header>
        {refusal && (
          <Notice tone={refusal.code === 'PASSPHRASE_NEEDED' ? 'info' : 'bad'} title={refusalTitle(refusal.code)}>
            {refusal.sentence}
          </Notice>
        )}
        {refusal && COPIED.has(refusal.code) && (
          <div className="form-actions start">
            <Button icon="copy" onPress={() => void action.go({ ask: 'read-copy', keep: false })} busy={action.busy}>
              {t('readCopy')}
            </Button>
            <Button
              look="quiet"
              onPress={() => void action.go({ ask: 'read-copy', keep: true })}
              disabled={action.busy}
            >
              {t('keepCopy')}
            </Button>
          </div>
        )}
        {isLocked && (
          <UnlockVault
            key={refusal?.sentence}
            busy={action.busy}
            goesOn={refusal?.code === 'VAULT_CONVERTING'}
            onUnlock={(secret) => void action.go({ ask: 'unlock-vault', secret })}
          />
        )}
        {state.warning && <Notice tone="warn">{state.warning}</Notice>}
        {creating ? (
          <CreateVault
            busy={action.busy}
            onBack={() => setCreating(false)}
            onCreate={(city, zone, locks) =>
              void action.go({ ask: 'create-vault', city, zone: Zone.parse(zone), locks })
            }
          />
        ) : (
          <Choices
            state={state}
            busy={action.busy}
            beside={isLocked}
            onCreate={() => setCreating(true)}
            onAsk={(ask) => void action.go(ask)}
          />
        )}
      </div>
    </main>
  )
}

interface ChoicesProps {
  readonly state: ShellState
  readonly busy: boolean
  /** Whether something else is asked first. */
  readonly beside: boolean
  readonly onCreate: () => void
  readonly onAsk: (request: ShellRequest) => void
}

function Choices({ state, busy, beside, onCreate, onAsk }: ChoicesProps) {
  return (
    <>
      <div className="welcome-ways">
        <div className="welcome-way">
          <Button
            look={beside ? 'plain' : 'strong'}
            icon="plus"
            onPress={onCreate}
            disabled={busy}
            autoFocus={state.recent.length === 0 && !beside}
          >
            {t('create')}
          </Button>
          <p className="soft">{t('createAbout')}</p>
        </div>
        <div className="welcome-way">
          <Button icon="folder" onPress={() => onAsk({ ask: 'open-vault' })} disabled={busy}>
            {t('open')}
          </Button>
          <p className="soft">{t('openAbout')}</p>
        </div>
        <div className="welcome-way whole">
          <Button icon="play" onPress={() => onAsk({ ask: 'start-practice' })} disabled={busy}>
            {t('practice')}
          </Button>
          <p className="soft">{t('practiceAbout')}</p>
        </div>
      </div>
      {state.recent.length > 0 && (
        <section aria-label={t('recent')} className="recents">
          <h2>{t('recent')}</h2>
          <ul>
            {state.recent.map((vault, index) => (
              <li key={vault.folder}>
                <button
                  type="button"
                  className="recent"
                  disabled={busy}
                  onClick={() => onAsk({ ask: 'open-recent', index })}
                >
                  <Icon name="city" />
                  <span className="recent-name">{vault.name}</span>
                  <span className="recent-folder soft">{vault.folder}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function refusalTitle(code: ErrorCode): string {
  if (code === 'VAULT_IN_USE') return t('refused.VAULT_IN_USE')
  if (code === 'VAULT_NEWER') return t('refused.VAULT_NEWER')
  if (code === 'VAULT_DAMAGED') return t('refused.VAULT_DAMAGED')
  if (code === 'VAULT_NOT_FOUND') return t('refused.VAULT_NOT_FOUND')
  if (code === 'PASSPHRASE_NEEDED') return t('refused.PASSPHRASE_NEEDED')
  if (code === 'KEY_REFUSED') return t('refused.KEY_REFUSED')
  if (code === 'VAULT_CONVERTING') return t('refused.VAULT_CONVERTING')
  if (code === 'PLACE_UNSAFE') return t('refused.PLACE_UNSAFE')
  return t('refused.other')
}
