// What protects the folder of the vault, and what does not: roles guide and record.
import { type DiskEncryption, vaultProtection } from '../../../shared/contract/protection.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/protection.ts'
import { translator } from '../../locale/t.ts'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'

const t = translator(en)

/** The part. */
export function ProtectionPart() {
  const { data, refusal } = useQuery(vaultProtection, {}, [])
  return (
    <Section title={t('title')}>
      <p>{t(data?.passphrase === true ? 'rolesUnder' : 'roles')}</p>
      <RefusalNotice refusal={refusal} />
      {data !== undefined && (
        <>
          <Notice tone={data.disk.state === 'encrypted' ? 'info' : 'warn'} title={t('disk')}>
            {diskWords(data.disk)}
          </Notice>
          {data.synced === null ? (
            <p className="soft">{t('notSynced')}</p>
          ) : (
            <Notice tone="warn" title={t('synced', { service: data.synced })}>
              {t('syncedAbout')}
            </Notice>
          )}
        </>
      )}
      <p className="soft">{t('leaves')}</p>
    </Section>
  )
}

function diskWords({ state, by }: DiskEncryption): string {
  if (state === 'plain' || state === 'unknown') return t(state)
  return t(state, { by: by ?? '' })
}
