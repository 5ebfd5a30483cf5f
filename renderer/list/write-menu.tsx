// The one way in which lists leave a room: as CSV, as a workbook, as a PDF to print.
import { useState } from 'react'
import type { GrantId, JobId } from '../../shared/domain/id.ts'
import type { ListFormat } from '../../shared/domain/record/record.ts'
import { useAction } from '../client/action.ts'
import { chooseTarget } from '../client/grants.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/lists.ts'
import { translator } from '../locale/t.ts'
import { todayIn } from '../locale/time.ts'
import { Icon } from '../ui/icon.tsx'
import { MenuButton, type MenuEntry } from '../ui/menu.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { HowFar, type Writing } from './how-far.tsx'

const t = translator(en)

export interface Write {
  readonly id: string
  readonly label: string
  readonly format: ListFormat
  readonly write: (format: ListFormat, to: GrantId) => Promise<JobId>
}

interface Props {
  /** What the list is called; several on one page are told apart by it. */
  readonly title: string
  /** What its files are called, without the day and the ending. */
  readonly file: string
  /** Writes the list as it is shown. */
  readonly write: Write['write']
  /** Other ways to write it. */
  readonly more?: readonly Write[]
  readonly openKey?: string
}

/** The button, and beside it how far the writing is. */
export function WriteMenu({ title, file, write, more = [], openKey }: Props) {
  const { zone } = useVault().summary
  const [writing, setWriting] = useState<Writing | null>(null)
  const writes: readonly Write[] = [
    { id: 'csv', label: t('csv'), format: 'csv', write },
    { id: 'xlsx', label: t('xlsx'), format: 'xlsx', write },
    { id: 'pdf', label: t('pdf'), format: 'pdf', write },
    ...more,
  ]
  const action = useAction(async ({ format, write }: Write) => {
    const target = await chooseTarget(`${file}-${todayIn(zone)}.${format}`)
    if (target) setWriting({ job: await write(format, target.grant), name: target.name })
  })
  const entries = writes.map((one): MenuEntry => ({ id: one.id, label: one.label, run: () => void action.go(one) }))
  return (
    <>
      <MenuButton
        label={t('exportOf', { title })}
        {...(openKey === undefined ? {} : { openKey })}
        button={
          <>
            <Icon name="download" />
            <span>{t('export')}</span>
          </>
        }
        entries={entries}
      />
      <RefusalNotice refusal={action.refusal} />
      {writing && <HowFar writing={writing} />}
    </>
  )
}
