// Owns recognising a page of Meta's HTML exports, and which of Meta's networks it is from, by its structure.
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { type Network, pageAt } from './pages.ts'
import { isPlainThread } from './plain-thread.ts'

/** What the beginning of a page shows. */
interface Signs {
  readonly meta: boolean
  readonly facebook: number
  readonly instagram: number
}

/** What a page is for a platform; null where it is no page of Meta's HTML exports, or rather the other network's. */
export function metaHtmlClaim(peek: Peek, network: Network): Claim | null {
  if (peek.form !== 'html') return null
  const markup = peek.text
    .replace(/<style[\s\S]*?(?:<\/style>|$)/gi, '')
    .replace(/<script[\s\S]*?(?:<\/script>|$)/gi, '')
  const old = network === 'facebook' ? oldClaim(markup) : null
  if (old !== null) return old
  const signs = signsOf(peek, markup)
  if (!signs.meta) return network === 'facebook' && isPlainThread(markup) ? { type: 'html-thread', weight: 0.6 } : null
  const own = signs[network]
  const other = signs[network === 'facebook' ? 'instagram' : 'facebook']
  if (other > own) return null
  const page = pageAt(peek.member.name)
  const sure = own > other
  if ('group' in page)
    return { type: `html-${page.type}`, weight: sure ? 0.4 : 0.2, use: 'unread', group: page.group, note: page.note }
  const type = page.type === 'other' && hasParticipants(markup) ? 'messages' : page.type
  // A page with nothing of its own to tell the networks apart (a thread with no heading): its path says what it can.
  return { type: `html-${type}`, weight: sure ? 0.85 : 0.35 }
}

function signsOf({ text, member }: Peek, markup: string): Signs {
  const cards = /class="[^"]*(?:\b_a6-g\b|_2pi0 _2lej|_a706\b|_a705\b|_5vb_ _2yq)/.test(markup)
  // The style of the page may be longer than what is looked at: it names the same classes, and Meta's own colours.
  const style = /\._a6-g\b|\._2lej\b|\._a706\b|--fds-/.test(text) && /_5vb_|_a6-|_2pi|_3-9[456]/.test(text)
  const path = member.name.toLowerCase()
  const facebook =
    3 * Number(/class="[^"]*_2ph_ (?:[^"]* )?_a6-[hp]/.test(markup)) +
    3 * Number(/_a72d\b/.test(markup)) +
    2 * Number(/_2pi0 _2lej/.test(markup)) +
    2 * Number(/facebook\.com\/dyi/.test(markup)) +
    Number(/<section[^>]*_a6-g/.test(markup)) +
    2 *
      Number(
        /(?:^|\/)(?:your_facebook_activity|your_activity_across_facebook|this_profile.{0,7}s_activity_across_facebook|photos_and_videos|comments_and_reactions|likes_and_reactions)\//.test(
          path,
        ),
      )
  const instagram =
    3 * Number(/class="[^"]*_2pim (?:[^"]* )?_a6-h/.test(markup)) +
    3 * Number(/class="_3-95 _a6-p"/.test(markup)) +
    Number(/instagram\.com\/|threads\.(?:net|com)\//.test(markup)) +
    2 *
      Number(
        /(?:src|href)="(?:[^"]*\/)?media\/(?:posts|stories|reels|igtv|archived_posts|recently_deleted)\/\d{6}\//.test(
          markup,
        ),
      ) +
    2 * Number(/(?:^|\/)(?:your_instagram_activity|followers_and_following|account_information)\//.test(path))
  return { meta: cards || style, facebook, instagram }
}

/** The first card of a thread names who takes part: a label, then names; no other page has it before any date. */
function hasParticipants(markup: string): boolean {
  return /(?:_a6-h[^>]*|_3b0d[^>]*|_2let[^>]*)>(?:\s*<div>)*\s*Participants:/.test(markup)
}

/** Until 2017: pages without any of Meta's class names of today. */
function oldClaim(markup: string): Claim | null {
  if (!/<div class="(?:contents|nav)"/.test(markup) && !/<div class="(?:thread|message)">/.test(markup)) return null
  if (/<div class="message">\s*<div class="message_header">/.test(markup) || /<div class="thread">/.test(markup)) {
    const header = /<span class="user">[\s\S]*?<span class="meta">/.test(markup)
    return header ? { type: 'html-threads-2017', weight: 0.85 } : null
  }
  if (/<div class="block">\s*<img [^>]*src="[^"]+\.(?:jpe?g|png|gif)"/i.test(markup))
    return { type: 'html-photos-2017', weight: 0.7 }
  if (/<div class="meta">/.test(markup)) return { type: 'html-timeline-2017', weight: 0.7 }
  const menu = /href="(?:\.\.\/)?(?:html\/)?(?:timeline|messages|security|contact_info)\.htm"/.test(markup)
  return menu
    ? {
        type: 'html-2017',
        weight: 0.5,
        use: 'unread',
        group: 'other',
        note: 'A page of an export until 2017 that holds no posts or messages: kept, not read.',
      }
    : null
}
