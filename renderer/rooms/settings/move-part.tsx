// Moving the vault to another place, and calling that off in the one that was left.
import { useState } from 'react'
import { PersonId } from '../../../shared/domain/id.ts'
import { acting, actorWanted } from '../../client/acting.ts'
import { useAction } from '../../client/action.ts'
import { shellState } from '../../client/session.ts'
import { askShell } from '../../client/shell.ts'
import { useStore } from '../../client/store.ts'
import { usePeopleHere } from '../../client/vault.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { Picker } from '../../ui/picker.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'

const t = translator(en)

/** The part: moving a living vault, or calling the move of a retired one off. */
export function MovePart() {
  const state = useStore(shellState)
  if (state?.moved) return <CallOff />
  return state?.reading == null ? <Move /> : null
}

function Move() {
  const person = useStore(acting)
  const [asking, setAsking] = useState(false)
  const move = useAction(async (reason: string) => {
    if (person !== null) await askShell({ ask: 'move-vault', person, reason })
    setAsking(false)
  })
  return (
    <Section title={t('move')}>
      <p className="soft">{t('moveAbout')}</p>
      <div className="form-actions start">
        <Button icon="folder" onPress={() => (person === null ? actorWanted.set(true) : setAsking(true))}>
          {t('moveOpen')}
        </Button>
      </div>
      <Dialog title={t('move')} open={asking} onClose={() => setAsking(false)}>
        <ReasonForm
          about={t('moveSteps')}
          act={t('moveDo')}
          label={t('reason')}
          action={move}
          cancel={t('cancel')}
          onCancel={() => setAsking(false)}
          onReason={(reason) => void move.go(reason)}
        />
      </Dialog>
    </Section>
  )
}

function CallOff() {
  const [asking, setAsking] = useState(false)
  const [signer, setSigner] = useState('')
  const [lost, setLost] = useState(false)
  const [missing, setMissing] = useState(false)
  const acts = usePeopleHere()
  const callOff = useAction(async (reason: string) => {
    setMissing(signer === '')
    if (signer === '') return
    await askShell({ ask: 'call-off-move', person: PersonId.parse(signer), reason, lost })
    setAsking(false)
  })
  return (
    <Section title={t('callOff')}>
      <p className="soft">{t('callOffAbout')}</p>
      <div className="form-actions start">
        <Button icon="undo" onPress={() => setAsking(true)}>
          {t('callOffOpen')}
        </Button>
      </div>
      <Dialog title={t('callOff')} open={asking} onClose={() => setAsking(false)}>
        <Picker
          label={t('signer')}
          choices={acts.map(({ id, name }) => ({ id, label: name }))}
          value={signer}
          onChange={setSigner}
          required
          error={missing ? t('signerMissing') : undefined}
        />
        <label className="check">
          <input type="checkbox" checked={lost} onChange={(event) => setLost(event.target.checked)} />
          <span>{t('callOffLost')}</span>
        </label>
        <ReasonForm
          about={t('callOffSteps')}
          act={t('callOffDo')}
          label={t('reason')}
          action={callOff}
          cancel={t('cancel')}
          onCancel={() => setAsking(false)}
          onReason={(reason) => void callOff.go(reason)}
        />
      </Dialog>
    </Section>
  )
}
