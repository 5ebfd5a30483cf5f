// Which accounts are meant, of a search or a hold: none ticked is all of them; a long register is narrowed by typing.
import { useState } from 'react'
import type { AccountId } from '../../shared/domain/id.ts'
import { useVault } from '../client/vault.ts'
import { platformWord } from '../locale/en/domain.ts'
import { en } from '../locale/en/request-search.ts'
import { translator } from '../locale/t.ts'
import { Field } from '../ui/field.tsx'

const t = translator(en)
/** With more accounts than this there is a field to narrow them. */
const MANY = 12

interface Props {
  readonly chosen: readonly AccountId[]
  readonly onChange: (chosen: AccountId[]) => void
}

/** The field. */
export function AccountsField({ chosen, onChange }: Props) {
  const all = [...useVault().accounts.values()]
  const [part, setPart] = useState('')
  const wanted = part.trim().toLowerCase()
  const shown = all.filter(
    ({ id, handle, platform, department }) =>
      chosen.includes(id) || `${handle} ${platformWord(platform)} ${department}`.toLowerCase().includes(wanted),
  )
  const named = all.filter(({ id }) => chosen.includes(id)).map(({ handle }) => `@${handle}`)
  return (
    <details open={chosen.length > 0}>
      <summary>
        {t('accounts')}: {named.length === 0 ? t('anyAccount') : <bdi>{named.join(', ')}</bdi>}
      </summary>
      {all.length > MANY && <Field label={t('narrowAccounts')} value={part} onChange={setPart} />}
      <fieldset className="legend">
        <legend className="visually-hidden">{t('accounts')}</legend>
        <div className="tick-list">
          {shown.map(({ id, handle, platform }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  onChange(
                    all
                      .map((one) => one.id)
                      .filter((one) => (one === id ? event.target.checked : chosen.includes(one))),
                  )
                }
              />
              <bdi>@{handle}</bdi> <span className="soft">{platformWord(platform)}</span>
            </label>
          ))}
        </div>
        <p className="hint">{t('accountsHint')}</p>
      </fieldset>
    </details>
  )
}
