// Every guide to an export, by the name of its platform.
import type { Guide } from './guide.ts'
import { bluesky } from './guides/bluesky.ts'
import { discord } from './guides/discord.ts'
import { facebook } from './guides/facebook.ts'
import { flickr } from './guides/flickr.ts'
import { instagram } from './guides/instagram.ts'
import { linkedin } from './guides/linkedin.ts'
import { localwiki } from './guides/localwiki.ts'
import { mastodon } from './guides/mastodon.ts'
import { mediawiki } from './guides/mediawiki.ts'
import { medium } from './guides/medium.ts'
import { nextdoor } from './guides/nextdoor.ts'
import { podcast } from './guides/podcast.ts'
import { reddit } from './guides/reddit.ts'
import { slack } from './guides/slack.ts'
import { snapchat } from './guides/snapchat.ts'
import { soundcloud } from './guides/soundcloud.ts'
import { threads } from './guides/threads.ts'
import { tiktok } from './guides/tiktok.ts'
import { tumblr } from './guides/tumblr.ts'
import { vimeo } from './guides/vimeo.ts'
import { wordpress } from './guides/wordpress.ts'
import { x } from './guides/x.ts'
import { youtube } from './guides/youtube.ts'

/** In the order in which they are listed: the platforms of AI 599 first, as it names them, then the others by name. */
export const guides: readonly Guide[] = [
  facebook,
  x,
  nextdoor,
  medium,
  tumblr,
  youtube,
  vimeo,
  instagram,
  snapchat,
  localwiki,
  soundcloud,
  podcast,
  bluesky,
  discord,
  flickr,
  linkedin,
  mastodon,
  mediawiki,
  reddit,
  slack,
  threads,
  tiktok,
  wordpress,
]

/** The guide to a platform, or undefined where there is none. */
export function guideTo(platform: string): Guide | undefined {
  return guides.find((guide) => guide.platform === platform)
}
