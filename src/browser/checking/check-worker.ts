import { loadModel, type Model } from '../../anonymisation/names/model.ts'
import type { CheckReply, CheckRequest } from './check-request.ts'
import { findInTexts } from './find-in-texts.ts'

/** Checks texts beside the page, so that a long one never holds up somebody's typing. It sends them nowhere. */

/** Put in when this file is compiled: see `platform/web/assets.ts`. */
declare const MODEL_URL: string

/** What we use of a worker's world. TypeScript cannot have its types and a page's in one project. */
interface Worker {
  addEventListener(type: 'message', listener: (event: MessageEvent<CheckRequest>) => void): void
  postMessage(reply: CheckReply, transfer: readonly Transferable[]): void
}

const worker = globalThis as unknown as Worker
let model: Promise<Model | null> | null = null

worker.addEventListener('message', event => void answer(event.data))

async function answer(request: CheckRequest): Promise<void> {
  model ??= fetchModel()
  const loaded = await model
  // Without a network it is asked for again when there is more to check.
  if (loaded === null) model = null
  const found = loaded === null ? null : findInTexts(request, loaded)
  worker.postMessage({ number: request.number, found }, [])
}

async function fetchModel(): Promise<Model | null> {
  try {
    const reply = await fetch(MODEL_URL)
    return reply.ok ? loadModel(new Uint8Array(await reply.arrayBuffer())) : null
  } catch {
    return null
  }
}
