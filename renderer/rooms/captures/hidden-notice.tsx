// Why a capture is not shown; and opening it on purpose, where that is all that it needs.
import type { Refusal } from '../../../shared/contract/error.ts'
import { useAction } from '../../client/action.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly refusal: Refusal | null
  readonly open: () => Promise<void>
}

/** The notice, where there is a refusal. */
export function HiddenNotice({ refusal, open }: Props) {
  const opening = useAction(open)
  if (refusal?.code !== 'RECORD_RESTRICTED') return <RefusalNotice refusal={refusal} />
  return (
    <>
      <Notice
        tone="warn"
        actions={
          <Button onPress={() => void opening.go()} busy={opening.busy}>
            {t('openOnPurpose')}
          </Button>
        }
      >
        {refusal.sentence}
      </Notice>
      <RefusalNotice refusal={opening.refusal} />
    </>
  )
}
