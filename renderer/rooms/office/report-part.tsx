// The report of a quarter, written as PDF or CSV.
import { useState } from 'react'
import { Quarter, reportQuarter } from '../../../shared/contract/quarter.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const SHOWN = 12

/** The part. */
export function ReportPart() {
  const { zone } = useVault().summary
  const quarters = lastQuarters(todayIn(zone))
  const [quarter, setQuarter] = useState(quarters[0] ?? '')
  const writing = useAction(async (format: 'pdf' | 'csv') => {
    const target = await chooseTarget(`council-${quarter}.${format}`)
    if (target) await start(reportQuarter, { quarter: Quarter.parse(quarter), format, to: target.grant })
  })
  return (
    <Section title={t('part.report')}>
      <p className="soft">{t('quarterAbout')}</p>
      <div className="form">
        <Picker
          label={t('quarter')}
          value={quarter}
          onChange={setQuarter}
          choices={quarters.map((id) => ({ id, label: id }))}
        />
        <RefusalNotice refusal={writing.refusal} />
        <div className="form-actions start">
          <Button look="strong" icon="print" busy={writing.busy} onPress={() => void writing.go('pdf')}>
            {t('quarterPdf')}
          </Button>
          <Button icon="download" busy={writing.busy} onPress={() => void writing.go('csv')}>
            {t('quarterCsv')}
          </Button>
        </div>
      </div>
    </Section>
  )
}

/** The quarter of a day and those before it, newest first. */
function lastQuarters(day: string): readonly string[] {
  const now = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  return Array.from({ length: SHOWN }, (_, back) => `${Math.floor((now - back) / 4)}-Q${((now - back) % 4) + 1}`)
}
