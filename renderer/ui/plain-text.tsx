// Captured words on screen: nothing in them can steer, hide or script what stands around them.
import { Fragment, memo, type ReactNode } from 'react'
import { visibleControls } from '../../shared/text/controls.ts'
import { findMatches, type TextRange } from '../../shared/text/matches.ts'
import type { SearchTerm } from '../../shared/text/tokens.ts'

const WRITTEN_OUT = /(\[U\+[0-9A-F]{4,6}\])/

interface Props {
  readonly text: string
  readonly terms?: readonly SearchTerm[]
  /** Already found matches, instead of terms. */
  readonly matches?: readonly TextRange[]
}

/** Text as stored: direction isolated, controls written out and set apart, search words marked. */
export const PlainText = memo(function PlainText({ text, terms = [], matches }: Props) {
  const ranges = matches ?? (terms.length > 0 ? findMatches(text, terms) : [])
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to } of ranges) {
    parts.push(<Fragment key={`text-${at}`}>{withControls(text.slice(at, from))}</Fragment>)
    parts.push(<mark key={`mark-${from}`}>{withControls(text.slice(from, to))}</mark>)
    at = to
  }
  parts.push(<Fragment key="rest">{withControls(text.slice(at))}</Fragment>)
  return <bdi dir="auto">{parts}</bdi>
})

/** What the text itself writes as `[U+202E]` is words, not a control. */
function withControls(text: string): ReactNode {
  return text.split(WRITTEN_OUT).map((part, index) => (index % 2 === 1 ? part : written(part, index)))
}

function written(text: string, key: number): ReactNode {
  const shown = visibleControls(text)
  if (shown === text) return text
  const parts = shown.split(WRITTEN_OUT).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    return index % 2 === 1 ? <Control key={index} code={part} /> : part
  })
  return <Fragment key={key}>{parts}</Fragment>
}

function Control({ code }: { readonly code: string }) {
  return <span className="control">{code.slice(1, -1)}</span>
}
