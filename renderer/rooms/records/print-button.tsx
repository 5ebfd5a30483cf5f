// One record as a PDF to print, by the button or by p.
import { useState } from 'react'
import { recordPrint } from '../../../shared/contract/record.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { HowFar, type Writing } from '../../list/how-far.tsx'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { IconButton } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { useRoomKey } from '../../ui/room-key.ts'

const t = translator(en)

/** The button, and beside it how far the writing is. */
export function PrintButton({ id }: { readonly id: RecordId }) {
  const [writing, setWriting] = useState<Writing | null>(null)
  const print = useAction(async () => {
    const target = await chooseTarget(`record-${id}.pdf`)
    if (target) setWriting({ job: await start(recordPrint, { id, to: target.grant }), name: target.name })
  })
  useRoomKey('p', () => void print.go())
  return (
    <>
      <IconButton icon="print" label={t('print')} keys="p" onPress={() => void print.go()} />
      <RefusalNotice refusal={print.refusal} />
      {writing && <HowFar writing={writing} />}
    </>
  )
}
