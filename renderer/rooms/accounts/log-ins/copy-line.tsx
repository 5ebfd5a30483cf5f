// The copy of a log-in on this desk: whether there is one, how well it is kept, and forgetting it.
import type { Account } from '../../../../shared/domain/account/account.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import type { KeptCredential } from '../../../client/credential.ts'
import { keepCopy } from '../../../client/login-copy.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly account: Account
  readonly kept: KeptCredential
  /** When the log-in was last handed in. */
  readonly changedAt: Instant | null
  readonly onForgotten: (kept: KeptCredential) => void
}

/** The lines. */
export function CopyLine({ account, kept: { place, savedAt }, changedAt, onForgotten }: Props) {
  const { zone } = useVault().summary
  const forget = useAction(async () => onForgotten(await keepCopy(account.id, null)))
  if (savedAt === null) return <p className="soft">{t(place === 'none' ? 'copyImpossible' : 'copyNone')}</p>
  const day = formatInstant(Instant.parse(savedAt), zone, 'moment')
  return (
    <>
      <p>{t('copyKept', { day })}</p>
      {place === 'weak' && <Notice tone="warn">{t('copyWeak')}</Notice>}
      {changedAt !== null && isOlder(savedAt, changedAt) && <Notice tone="warn">{t('copyOld')}</Notice>}
      <RefusalNotice refusal={forget.refusal} />
      <div className="form-actions start">
        <Button look="quiet" busy={forget.busy} onPress={() => void forget.go()}>
          {t('copyForget')}
        </Button>
      </div>
    </>
  )
}

/** A copy is made within moments of its handing in; the two clocks are of this desk and of the vault's process. */
function isOlder(savedAt: number, changedAt: Instant): boolean {
  return savedAt + 60_000 < changedAt
}
