// The button that opens a restricted record on purpose, for this window.
import type { RecordId } from '../../shared/domain/id.ts'
import { useAction } from '../client/action.ts'
import { openRecord } from '../client/opened.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/restricted.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly id: RecordId
  /** Told when it is open. */
  readonly onOpen?: () => void
}

/** The button. */
export function ShowButton({ id, onOpen }: Props) {
  const { vaultId } = useVault().summary
  const opening = useAction(async () => {
    await openRecord(vaultId, id)
    onOpen?.()
  })
  return (
    <>
      <Button look="strong" busy={opening.busy} onPress={() => void opening.go()}>
        {t('show')}
      </Button>
      <RefusalNotice refusal={opening.refusal} />
    </>
  )
}
