// Files of another system for a part of a request: chosen or dropped, taken in, and reviewed with the rest from then on.
import { useEffect, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { jobShow } from '../../../shared/contract/job.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { requestPartFiles } from '../../../shared/contract/request-life.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import type { AccountId, JobId, RequestId } from '../../../shared/domain/id.ts'
import { OTHER_SYSTEMS, type RequestPart } from '../../../shared/domain/request/request-life.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { takeDropped } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/part-files.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { useDrop } from '../../ui/use-drop.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)
const files = PlatformName.parse(OTHER_SYSTEMS.platform)

interface Props {
  readonly request: RequestId
  readonly part: RequestPart
  readonly onDone: () => void
}

/** The form. */
export function PartFiles({ request, part, onDone }: Props) {
  const account = useOwnAccount()
  const [job, setJob] = useState<JobId | null>(null)
  const taking = useAction(async (chosen: File[]) => {
    const sources = (await takeDropped(chosen)).map(({ grant }) => grant)
    if (sources.length > 0)
      setJob(await start(intakeImport, { sources, account: await account(), platform: files, mapping: null }))
  })
  const { over, heard } = useDrop((files) => void taking.go(files))
  const came = useCame(request, part.number, job)
  const { data } = useQuery(jobShow, job === null ? null : { id: job }, ['jobs'], 200)
  const problem = taking.refusal ?? data?.problem ?? came.refusal
  const busy = taking.busy || came.busy || (job !== null && came.count === null && problem === null)
  return (
    <div className="form">
      <p className="soft">{t('about')}</p>
      <div className={`part-drop ${over ? 'over' : ''}`} {...heard}>
        <p>{t('drop')}</p>
        <FileTrigger allowsMultiple onSelect={(list) => list && void taking.go([...list])}>
          <Button icon="file" busy={busy}>
            {t('choose')}
          </Button>
        </FileTrigger>
      </div>
      {busy && <p role="status">{t('taking')}</p>}
      {came.count !== null && (
        <Notice tone="good" actions={<a href={address('requests', [request, 'review'])}>{t('review')}</a>}>
          {t('taken', { count: came.count })}
        </Notice>
      )}
      <RefusalNotice refusal={problem} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}

/** The account of files of other systems; it is registered when it is first needed. */
function useOwnAccount(): () => Promise<AccountId> {
  const { accounts } = useVault()
  return async () => {
    const known = [...accounts.values()].find(
      ({ platform, handle }) => platform === OTHER_SYSTEMS.platform && handle === OTHER_SYSTEMS.handle,
    )
    const draft = { name: t('account'), department: '', liaison: '', nativeId: null }
    return known?.id ?? (await run(accountAdd, { ...OTHER_SYSTEMS, platform: files, ...draft })).id
  }
}

/** Hands what an import brought to the part, once, when the import has ended. */
function useCame(request: RequestId, number: number, job: JobId | null) {
  const { data } = useQuery(jobShow, job === null ? null : { id: job }, ['jobs'], 200)
  const handed = useRef<JobId | null>(null)
  const [count, setCount] = useState<number | null>(null)
  const { go, busy, refusal } = useAction(async (result: unknown) => {
    const { accession } = intakeImport.output.parse(result)
    setCount((await run(requestPartFiles, { id: request, number, accession })).records)
  })
  useEffect(() => {
    if (data?.state !== 'succeeded' || handed.current === data.id) return
    handed.current = data.id
    void go(data.result)
  }, [data, go])
  return { count, busy, refusal }
}
