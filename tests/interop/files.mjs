import { readFile } from 'node:fs/promises';

/** The bytes of a file; null where there is none. */
export async function readIfThere(path) {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
