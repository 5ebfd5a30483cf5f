// Keys with which people sign approvals: made by the person who acts, ended when they sign no more.
import { type FormEvent, useState } from 'react'
import { KeyId, keyEnd, keyList, keyMake, type RegisteredKey } from '../../../shared/contract/key.ts'
import { acting } from '../../client/acting.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useStore } from '../../client/store.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/destruction.ts'
import { en as confirmWords } from '../../locale/en/keys.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Section } from '../../ui/page.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { grouped, KeyConfirm, keyStanding } from './key-confirm.tsx'

const t = translator(en)
const confirmWord = translator(confirmWords)
const SHORTEST = 12

/** The part. */
export function KeysPart() {
  const { people } = useVault()
  const me = useStore(acting)
  const { data: keys } = useQuery(keyList, {}, ['people'])
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<number | null>(null)
  const [confirming, setConfirming] = useState<RegisteredKey | null>(null)
  const end = useAction(async (key: number, reason: string) => {
    await run(keyEnd, { key: KeyId.parse(key), reason })
    setEnding(null)
  })
  const name = me === null ? '' : (people.get(me)?.name ?? '')
  return (
    <Section title={t('keys')} actions={<Button onPress={() => setMaking(true)}>{t('makeKey')}</Button>}>
      <p className="soft">{t('keysAbout')}</p>
      {keys?.length === 0 && <p>{t('nobody')}</p>}
      {keys !== undefined && keys.length > 0 && (
        <ListTable<RegisteredKey>
          file="keys"
          label={t('keys')}
          rows={keys}
          keyOf={({ id }) => id}
          columns={[
            { id: 'person', title: t('person'), heading: true, cell: (key) => key.name },
            { id: 'fingerprint', title: t('fingerprint'), cell: ({ fingerprint }) => grouped(fingerprint) },
            { id: 'kept', title: t('kept'), cell: ({ here }) => t(here ? 'here' : 'elsewhere') },
            { id: 'by', title: t('registeredBy'), cell: ({ registeredBy }) => registeredBy },
            { id: 'confirmed', title: confirmWord('confirmed'), cell: keyStanding },
            {
              id: 'signs',
              title: t('signs'),
              tight: true,
              cell: ({ endedAt }) => t(endedAt === null ? 'yes' : 'noMore'),
            },
            {
              id: 'do',
              title: t('actions'),
              tight: true,
              cell: (key) =>
                key.endedAt === null && (
                  <>
                    {mayConfirm(key, me) && (
                      <Button look="quiet" onPress={() => setConfirming(key)}>
                        {confirmWord('confirm')}
                      </Button>
                    )}
                    <Button look="quiet" onPress={() => setEnding(key.id)}>
                      {t('endKey')}
                    </Button>
                  </>
                ),
            },
          ]}
        />
      )}
      <Dialog title={t('makeKeyTitle', { name })} open={making} onClose={() => setMaking(false)}>
        <MakeForm onDone={() => setMaking(false)} />
      </Dialog>
      <Dialog
        title={confirmWord('confirmTitle', { name: confirming?.name ?? '' })}
        open={confirming !== null}
        onClose={() => setConfirming(null)}
      >
        {confirming && (
          <KeyConfirm confirming={confirming} asHolder={confirming.person === me} onDone={() => setConfirming(null)} />
        )}
      </Dialog>
      <Dialog title={t('endKeyTitle')} open={ending !== null} onClose={() => setEnding(null)}>
        <ReasonForm
          about={t('endKeyAbout')}
          act={t('endKeyDo')}
          label={t('reason')}
          action={end}
          cancel={t('cancel')}
          onCancel={() => setEnding(null)}
          onReason={(reason) => ending !== null && void end.go(ending, reason)}
        />
      </Dialog>
    </Section>
  )
}

/** Its holder shows a key that is kept elsewhere; anybody else compares it. Whoever registered it is refused by the vault. */
function mayConfirm(key: RegisteredKey, me: string | null): boolean {
  if (me === null || key.counts) return false
  return key.person === me ? key.heldSince === null : true
}

function MakeForm({ onDone }: { readonly onDone: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const making = useAction(async () => {
    await run(keyMake, { passphrase })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void making.go()
  }
  const short = passphrase !== '' && passphrase.length < SHORTEST
  const differs = again !== '' && again !== passphrase
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('makeKeyAbout')}</p>
      <Field
        type="password"
        label={t('passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        error={short ? t('short') : undefined}
        required
        autoFocus
      />
      <Field
        type="password"
        label={t('again')}
        value={again}
        onChange={setAgain}
        error={differs ? t('differs') : undefined}
        required
      />
      <FormEnd
        action={making}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={passphrase.length < SHORTEST || again !== passphrase}
      >
        {t('makeKeyDo')}
      </FormEnd>
    </form>
  )
}
