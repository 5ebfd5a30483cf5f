// What a capture by a platform's interface asks for beside the address: a log-in, which is kept with the account, and how far back.
import type { ApiWayFacts } from '../../../shared/domain/capture/api-way.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

interface Props {
  readonly api: ApiWayFacts
  /** The account's number; null where none is chosen yet. */
  readonly account: string | null
  readonly from: string
  readonly onFrom: (day: string) => void
}

/** The fields. */
export function InterfaceFields({ api: { login }, account, from, onFrom }: Props) {
  return (
    <>
      {login !== 'never' && (
        <p className="soft">
          {t(`login.${login}`)}
          {account !== null && (
            <>
              {' '}
              <a href={address('accounts', [account])}>{t('loginAt')}</a>
            </>
          )}
        </p>
      )}
      <Field label={t('back')} value={from} onChange={onFrom} hint={t('apiBackHint')} type="date" />
    </>
  )
}
