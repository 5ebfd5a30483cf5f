// Choosing an earlier capture of the same scope to compare with.
import { useState } from 'react'
import { captureList } from '../../../shared/contract/capture.ts'
import { type Capture, isOfOneScope } from '../../../shared/domain/capture/capture.ts'
import { sawAsTheSame } from '../../../shared/domain/capture/login.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Picker } from '../../ui/picker.tsx'
import { address, go } from '../../workspace/route.ts'
import { outcomeWord } from './words.ts'

const t = translator(en)

/** The part; it begins with the newest of those before it. */
export function ComparePart({ capture }: { readonly capture: Capture }) {
  const { zone } = useVault().summary
  const [chosen, setChosen] = useState<string | null>(null)
  const captures = useQuery(captureList, { account: capture.account }, ['captures'], 1000).data
  if (captures === undefined || capture.accession === null) return null
  const earlier = captures.filter(
    (one) => one.id < capture.id && one.accession !== null && isOfOneScope(one, capture) && sawAsTheSame(one, capture),
  )
  const [newest] = earlier
  if (newest === undefined) return <p className="soft">{t('nothingEarlier')}</p>
  const value = chosen ?? String(newest.id)
  return (
    <Section title={t('compare')}>
      <div className="compare-row">
        <Picker
          label={t('compareWith')}
          value={value}
          onChange={setChosen}
          choices={earlier.map((one) => ({
            id: String(one.id),
            label: `${t('place', { id: one.id })} · ${formatInstant(one.startedAt, zone, 'moment')}`,
            detail: outcomeWord(one),
          }))}
        />
        <Button look="strong" onPress={() => go(address('captures', [value, capture.id]))}>
          {t('compareGo')}
        </Button>
      </div>
    </Section>
  )
}
