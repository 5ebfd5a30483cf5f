// A path that breaks between its steps and words, not within them.
import { Fragment } from 'react'

const STEPS = /(?<=[/_-])/

/** The path with places where a line may end, behind each `/`, `_` and `-`. */
export function PathText({ path }: { readonly path: string }) {
  let at = 0
  return path.split(STEPS).map((step) => {
    at += step.length
    return (
      <Fragment key={at}>
        {step}
        <wbr />
      </Fragment>
    )
  })
}
