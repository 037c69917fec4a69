import { open } from 'node:fs/promises'

/** Flushes the names in a folder: a rename or a new folder survives a power cut only after this. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  // A folder we may pass but not list cannot be flushed by us.
  if (handle === null) return
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
