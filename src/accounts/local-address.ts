/** `next` if it leads to a page of ours, or else the home page: a link to our sign-in page must not lead elsewhere. */
export function localAddress(next: string | null): string {
  if (next === null || next.length > 2000) return '/'
  // Browsers read "\" as "/", and "//" starts the name of another host; they skip tabs and line breaks.
  if (!/^\/(?![/\\])/.test(next) || /[\u0000-\u001F\u007F\\]/.test(next)) return '/'
  const base = 'http://here.invalid'
  if (!URL.canParse(next, base)) return '/'
  const url = new URL(next, base)
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/'
}
