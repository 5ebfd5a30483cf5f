// That captures no longer show a record, or show it as hidden: between which moments it went, which capture still shows it, and who took it away as far as a person recorded it.
import type { ShownRecord } from '../../../shared/contract/record.ts'
import { removedByWords } from '../../../shared/text/removal-words.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Notice } from '../../ui/notice.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The notice; nothing where captures show the record, or never saw it. */
export function UnshownNotice({ unshown, removal }: Pick<ShownRecord, 'unshown' | 'removal'>) {
  const { zone } = useVault().summary
  if (unshown === null) return null
  const { change, shownIn, missingIn, from, to } = unshown
  const between = { from: formatInstant(from, zone, 'moment'), to: formatInstant(to, zone, 'moment') }
  const capture = (id: number) => (
    <a className="link" href={address('captures', [id])}>
      {t('captureNo', { id: String(id) })}
    </a>
  )
  return (
    <Notice tone="warn">
      <p>{t(`unshown.${change}`, between)}</p>
      <p>
        {shownIn === missingIn ? (
          <>
            {capture(missingIn)} {t(`unshownFirst.${change}`)}
          </>
        ) : (
          <>
            {capture(shownIn)} {t(`unshownBefore.${change}`)} {capture(missingIn)} {t(`unshownThen.${change}`)}
          </>
        )}
      </p>
      <p>
        {removal === null ? (
          <a className="link" href={address('removed')}>
            {t('unshownByNobody')}
          </a>
        ) : (
          <a className="link" href={address('removed', [removal.entry])}>
            {t('unshownBy', { id: String(removal.entry), by: removedByWords[removal.by] })}
          </a>
        )}
      </p>
    </Notice>
  )
}
