const longestLink = 500

/** Sites whose first part of a path is one person. */
const personal: Readonly<Record<string, RegExp>> = {
  'linkedin.com': /^(?:in|pub)\/([^/]+)/,
  'xing.com': /^profile\/([^/]+)/,
  'github.com': /^([^/]+)/,
  'gitlab.com': /^([^/]+)/,
  'twitter.com': /^@?([^/]+)/,
  'instagram.com': /^([^/]+)/,
  'facebook.com': /^([^/]+)/,
  't.me': /^([^/]+)/,
  'bsky.app': /^profile\/([^/]+)/,
  'orcid.org': /^([^/]+)/,
}

/** A profile as one text: `https://uk.linkedin.com/in/Ana-Diaz/?trk=x` is `linkedin.com/ana-diaz`. Null where it is no link. */
export function linkOf(written: string): string | null {
  const text = written.trim().toLowerCase().slice(0, longestLink)
  const bare = text.replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//, '').replace(/[?#].*$/s, '')
  const slash = bare.indexOf('/')
  const host = siteOf(slash < 0 ? bare : bare.slice(0, slash))
  if (!host.includes('.') || /\s/.test(host)) return null
  const path = slash < 0 ? '' : decoded(bare.slice(slash + 1)).replace(/\/+$/, '')
  const pattern = personal[host]
  if (!pattern) return path === '' ? host : `${host}/${path}`
  const name = pattern.exec(path)?.[1]
  return name ? `${host}/${name}` : path === '' ? null : `${host}/${path}`
}

function siteOf(host: string): string {
  const site = host.replace(/^(?:www|m|mobile|old)\./, '').replace(/:\d{1,5}$/, '')
  if (site === 'x.com') return 'twitter.com'
  return site.endsWith('.linkedin.com') ? 'linkedin.com' : site
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
