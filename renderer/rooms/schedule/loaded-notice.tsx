// After loading: what was read, and what was found in the file.
import type { ScheduleReading } from '../../../shared/contract/schedule.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { FindingList } from './finding-list.tsx'

const t = translator(en)

/** The notice. */
export function LoadedNotice({ reading, onDone }: { readonly reading: ScheduleReading; readonly onDone: () => void }) {
  return (
    <Section title={t('findings')}>
      <Notice
        tone={reading.unmappedCodes.length > 0 ? 'warn' : 'good'}
        title={t('loaded', { count: reading.series })}
        actions={<Button onPress={onDone}>{t('ok')}</Button>}
      >
        {reading.unmappedCodes.length > 0 && <p>{t('unmapped', { codes: reading.unmappedCodes.join(', ') })}</p>}
        {reading.unmappedColumns.length > 0 && (
          <p>{t('unmappedColumns', { columns: reading.unmappedColumns.join(', ') })}</p>
        )}
      </Notice>
      <FindingList reading={reading} />
    </Section>
  )
}
