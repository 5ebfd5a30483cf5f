// Who acts: shown at the top, chosen there, remembered for this vault at this desk.
import { useEffect } from 'react'
import type { ListedPerson } from '../../shared/contract/people.ts'
import { PersonId } from '../../shared/domain/id.ts'
import { acting, actorWanted } from '../client/acting.ts'
import { useStore } from '../client/store.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { PersonForm } from '../rooms/settings/person-form.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useSetting } from '../workspace/setting.ts'

const t = translator(en)

/** Keeps the person who acts over a restart; one who is no longer in the vault doesn't act. */
export function useActingKept(): void {
  const { summary, people } = useVault()
  const person = useStore(acting)
  const [kept, keep] = useSetting(`${summary.vaultId} acting`, '')
  useEffect(() => {
    if (person !== null) return
    const parsed = PersonId.safeParse(kept)
    if (parsed.success && mayAct(people.get(parsed.data))) acting.set(parsed.data)
  }, [kept, person, people])
  useEffect(() => {
    if (person !== null && people.get(person)?.endedAt !== undefined) acting.set(null)
  }, [person, people])
  // In another window somebody else may act: only a choice made here is kept.
  useEffect(() => {
    if (person !== null) keep(person)
  }, [person, keep])
}

function mayAct(person: ListedPerson | undefined): boolean {
  return person !== undefined && person.endedAt === undefined
}

/** The name at the top; pressing it asks who acts. */
export function ActingPicker() {
  const { people } = useVault()
  const id = useStore(acting)
  const person = id === null ? undefined : people.get(id)
  const words = person ? t('actingAs', { name: person.name }) : t('actingNobody')
  return (
    <button
      type="button"
      className={`button quiet acting ${person ? '' : 'wanted'}`}
      aria-label={words}
      onClick={() => actorWanted.set(true)}
    >
      <Icon name="person" />
      <span>{person ? person.name : words}</span>
    </button>
  )
}

/** The dialog that asks. */
export function ActingDialog() {
  const open = useStore(actorWanted)
  const { people } = useVault()
  const now = useStore(acting)
  const close = () => actorWanted.set(false)
  const choose = (id: PersonId) => {
    acting.set(id)
    close()
  }
  return (
    <Dialog title={t('actingChoose')} open={open} onClose={close}>
      <p className="soft">{people.size === 0 ? t('addYourself') : t('actingWhy')}</p>
      {people.size > 0 && (
        <ul className="people">
          {[...people.values()].filter(mayAct).map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className="person-choice"
                aria-pressed={person.id === now}
                onClick={() => choose(person.id)}
              >
                <Icon name={person.id === now ? 'done' : 'person'} />
                <span>{person.name}</span>
                <span className="soft">{person.title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {people.size > 0 && <h3 className="dialog-part">{t('addPerson')}</h3>}
      <PersonForm onAdded={(person) => choose(person.id)} />
    </Dialog>
  )
}
