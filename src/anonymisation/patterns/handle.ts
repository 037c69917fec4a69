import type { Finding } from '../finding.ts'
import { makeFinding, standsAlone } from './surroundings.ts'

const atName = /@([a-z_][\w.]{1,29})/gi
const redditName = /(?:^|[\s(])(\/?u\/[\w-]{3,20})/gi
const named =
  /\b(?:instagram|insta|snapchat|snap|tiktok|twitter|discord|facebook|youtube|twitch|roblox|xbox|playstation|steam|user ?name|gamer ?tag|handle|screen name)(?: (?:name|account|handle|id))?(?: is| was)?[ :]{1,3}["'“‘]?([\w.]{3,30})/gi

// "Met @home": an at sign for the word.
const places =
  /^(?:home|work|school|court|hospital|office|clinic|cent(?:re|er)|nursery|college|the|my|our|his|her|their|lunch|noon)$/i

export function findHandles(text: string): readonly Finding[] {
  const found: Finding[] = []
  for (const match of text.matchAll(atName)) {
    const name = (match[1] ?? '').replace(/\.+$/, '')
    const end = match.index + 1 + name.length
    if (name.length < 2 || places.test(name) || !standsAlone(text, match.index, end)) continue
    // An e-mail address, or something with two at signs, is not a handle.
    if (/[.%+@-]/.test(text.charAt(match.index - 1)) || text.charAt(end) === '@') continue
    found.push(makeFinding(['handle', 'handle', 'likely'], match.index, end))
  }
  for (const match of [...text.matchAll(redditName), ...text.matchAll(named)]) {
    const name = (match[1] ?? '').replace(/\.+$/, '')
    const isReddit = name.includes('/')
    // An ordinary word after "username" is a sentence going on.
    if (!isReddit && !/[\d_.]/.test(name)) continue
    const start = match.index + match[0].length - (match[1] ?? '').length
    found.push(makeFinding(['handle', 'handle', 'likely'], start, start + name.length))
  }
  return found.sort((one, other) => one.start - other.start)
}
