import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Answers } from '../answers.ts'

/**
 * Answers as bytes: what they have in common with the revision kept before is written as a reference to it. A window of
 * 32 kB bounds how far back a reference reaches; longer texts are packed a little less well, never wrongly.
 */
export function pack(answers: Answers, before: Answers | null): Buffer {
  return deflateRawSync(JSON.stringify(answers), optionsFor(before))
}

function unpack(packed: Buffer, before: Answers | null): Answers {
  return JSON.parse(inflateRawSync(packed, optionsFor(before)).toString('utf8')) as Answers
}

/** A chain as it is stored, oldest first, back into answers. */
export function unpackAll(chain: readonly Buffer[]): Answers[] {
  const all: Answers[] = []
  for (const packed of chain) all.push(unpack(packed, all.at(-1) ?? null))
  return all
}

function optionsFor(before: Answers | null) {
  return before === null ? { level: 9 } : { level: 9, dictionary: Buffer.from(JSON.stringify(before)) }
}
