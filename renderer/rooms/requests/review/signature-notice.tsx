// Whether the review is signed, by whom, with a key or by name alone, and whether that still holds.
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { ReviewFacts } from './use-review.ts'

const t = translator(en)

/** The notice. */
export function SignatureNotice({ signature }: Pick<ReviewFacts, 'signature'>) {
  const { summary, people } = useVault()
  if (signature === null)
    return (
      <Notice tone="info" title={t('unsigned')}>
        {t('unsignedAbout')}
      </Notice>
    )
  const { by, at, key, current } = signature
  const values = { name: people.get(by)?.name ?? by, when: formatInstant(at, summary.zone, 'moment') }
  if (!current) return <Notice tone="warn">{t('signedOld', values)}</Notice>
  const how = key === null ? t('signedByName') : t('signedWithKey', { key: String(key) })
  return <Notice tone="good">{`${t('signedBy', values)} ${how}`}</Notice>
}
