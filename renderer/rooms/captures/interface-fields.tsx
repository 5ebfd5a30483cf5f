// What a capture by a platform's interface asks for beside the address: a log-in, which is kept with the account, which kinds of items, and of which days.
import type { ApiWayFacts } from '../../../shared/domain/capture/api-way.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { Check } from '../../ui/check.tsx'
import { Field } from '../../ui/field.tsx'
import { address } from '../../workspace/route.ts'
import { type Draft, withKind } from './draft.ts'
import { kindWord } from './words.ts'

const t = translator(en)

interface Props {
  readonly api: ApiWayFacts
  /** The account's number; null where none is chosen yet. */
  readonly account: string | null
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}

/** The fields. */
export function InterfaceFields({ api, account, draft, onChange }: Props) {
  return (
    <>
      {api.login !== 'never' && (
        <p className="soft">
          {t(`login.${api.login}`)}
          {account !== null && (
            <>
              {' '}
              <a href={address('accounts', [account])}>{t('loginAt')}</a>
            </>
          )}
        </p>
      )}
      {api.kinds.length > 1 && <Kinds api={api} draft={draft} onChange={onChange} />}
      <div className="form-row">
        <Field
          label={t('back')}
          value={draft.from}
          onChange={(from) => onChange({ from })}
          hint={t('apiBackHint')}
          type="date"
        />
        <Field
          label={t('until')}
          value={draft.to}
          onChange={(to) => onChange({ to })}
          hint={t('untilHint')}
          type="date"
        />
      </div>
    </>
  )
}

function Kinds({ api, draft: { kinds }, onChange }: Pick<Props, 'api' | 'draft' | 'onChange'>) {
  // Of what the site itself has beside them, the one that captured before knew the names.
  const others = kinds.filter((kind) => !api.kinds.includes(kind))
  return (
    <fieldset className="entry-part">
      <legend>{t('kinds')}</legend>
      {[...api.kinds, ...others].map((kind) => (
        <Check
          key={kind}
          on={kinds.length === 0 || kinds.includes(kind)}
          onChange={(on) => onChange({ kinds: withKind(api, kinds, kind, on) })}
          words={kindWord(kind)}
        />
      ))}
      <p className="soft">{t('kindsHint')}</p>
    </fieldset>
  )
}
