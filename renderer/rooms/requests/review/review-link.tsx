// The way from a request to its review.
import type { RequestId } from '../../../../shared/domain/id.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { address } from '../../../workspace/route.ts'

const t = translator(en)

/** The link. */
export function ReviewLink({ request }: { readonly request: RequestId }) {
  return (
    <a className="button" href={address('requests', [request, 'review'])}>
      {t('open')}
    </a>
  )
}
