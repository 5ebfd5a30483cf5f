// The way from an import to the capture that it is, with its pages as they looked.
import { captureList } from '../../../shared/contract/capture.ts'
import type { Accession } from '../../../shared/domain/intake/accession.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The link; nothing where it was no capture. */
export function CaptureLink({ accession: { id, account } }: { readonly accession: Accession }) {
  const { data } = useQuery(captureList, { account }, ['captures'], 1000)
  const capture = data?.find((one) => one.accession === id)
  return (
    capture && (
      <a className="button quiet" href={address('captures', [capture.id])}>
        {t('asCapture', { id: capture.id })}
      </a>
    )
  )
}
