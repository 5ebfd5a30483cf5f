// How far a platform's number reaches: within its account, or in all accounts of the platform.

const digits = (name: string, least: number) => `length(${name}) >= ${least} AND ${name} NOT GLOB '*[^0-9]*'`

/**
 * Platforms that give a number once and never to another item, with the form of such a number: what bears it in one account is what it is in any other.
 * Sites of one's own (WordPress, wikis, forums, feeds) count from one; keys that Muniment made of a time, and row numbers of a table, have none of these forms.
 */
const WORLDWIDE = (platform: string, name: string) => `CASE ${platform}
    WHEN 'x' THEN ${digits(name, 9)} WHEN 'facebook' THEN ${digits(name, 12)} WHEN 'instagram' THEN ${digits(name, 12)}
    WHEN 'threads' THEN ${digits(name, 12)} WHEN 'tumblr' THEN ${digits(name, 9)} WHEN 'flickr' THEN ${digits(name, 9)}
    WHEN 'mastodon' THEN ${name} GLOB 'http*' WHEN 'bluesky' THEN ${name} GLOB 'at://*' WHEN 'linkedin' THEN ${name} GLOB 'urn:li:*'
    WHEN 'reddit' THEN ${name} GLOB 't[0-9]_*' WHEN 'youtube' THEN ${name} GLOB 'Ug*' AND length(${name}) >= 20
    ELSE 0 END`

/** SQL that says in which scope a number of an account is one item: the platform's name, or the account's number. */
export function scopeOf(account: string, platform: string, name: string): string {
  return `iif(${WORLDWIDE(platform, name)}, ${platform}, ${account})`
}
