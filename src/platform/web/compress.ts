import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/**
 * Pages up to this many bytes, which is nearly all, are compressed where they are made: that takes less time than to
 * hand them to another thread and back. Longer ones would keep others waiting.
 */
const longestAtOnce = 64 * 1024

// Quality 2 comes within a tenth of the size that 4 reaches on our pages, in less than half the time. A window of 64 kB
// holds them whole; the usual one of 4 MB takes as long to lay out as a page to compress.
const brotliOptions = (size: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 2,
    [constants.BROTLI_PARAM_LGWIN]: 16,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
})

/** A page as bytes, compressed in a way the browser said it understands. */
export async function compressed(
  text: string,
  acceptEncoding: string | string[] | undefined,
): Promise<{ bytes: Buffer; headers: Record<string, string> }> {
  const bytes = Buffer.from(text)
  const accepted = String(acceptEncoding ?? '')
  if (/\bbr\b/.test(accepted)) {
    const options = brotliOptions(bytes.length)
    return {
      bytes:
        bytes.length <= longestAtOnce ? brotliCompressSync(bytes, options) : await toBrotli(bytes, options),
      headers: { 'content-encoding': 'br', vary: 'accept-encoding' },
    }
  }
  if (/\bgzip\b/.test(accepted)) {
    return {
      bytes: await toGzip(bytes, { level: 6 }),
      headers: { 'content-encoding': 'gzip', vary: 'accept-encoding' },
    }
  }
  return { bytes, headers: { vary: 'accept-encoding' } }
}
