// Seals a whole list to the officers who are named now, with the key of one of those before. It shows no log-in.
import { type FormEvent, useState } from 'react'
import { loginKeep, loginReseal } from '../../../../shared/contract/login.ts'
import { useAction } from '../../../client/action.ts'
import { ask, type Output, start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { OpeningFields, sentToOpen, useOpening } from './opening.tsx'

const t = translator(en)

/** The form, and then what came of it. */
export function ResealForm({ onDone }: { readonly onDone: () => void }) {
  const { opening, set, forget } = useOpening()
  const [done, setDone] = useState<Output<typeof loginReseal> | null>(null)
  const sealing = useAction(async () => {
    const sent = await sentToOpen(opening)
    if (sent === null) return
    const sealed = await ask(loginReseal, sent)
    if (sealed.entries.length > 0) {
      const target = await chooseTarget(opening.list?.name ?? '')
      if (target === null) return
      await start(loginKeep, { to: target.grant, kind: 'resealed', entries: sealed.entries })
    }
    forget()
    setDone(sealed)
  })
  if (done !== null) return <Done {...done} onDone={onDone} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void sealing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('resealAbout')}</p>
      <OpeningFields opening={opening} set={set} />
      <FormEnd
        action={sealing}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={opening.list === null || opening.key === null}
      >
        {t('resealDo')}
      </FormEnd>
    </form>
  )
}

function Done({ entries, unopened, onDone }: Output<typeof loginReseal> & { readonly onDone: () => void }) {
  const { accounts } = useVault()
  return (
    <div className="form">
      <p>{t('resealDone', { count: entries.length })}</p>
      {unopened.length > 0 && (
        <Notice tone="warn">
          {t('resealUnopened', { handles: unopened.map((id) => `@${accounts.get(id)?.handle ?? id}`).join(', ') })}
        </Notice>
      )}
      <div className="form-actions">
        <Button look="strong" onPress={onDone} autoFocus>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}
