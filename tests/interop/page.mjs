// Runs in the browser: verifies every bundle that the server lists and posts one line a bundle.

import * as ort from '/ort/ort.wasm.bundle.min.mjs';
import { toLine, verifyBundle } from '/bundle.mjs';

ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = '/ort/';

for (const bundle of await (await fetch('/bundles')).json()) {
  await fetch('/result', { method: 'POST', body: toLine({ bundle, ...await verify(bundle) }) });
}
await fetch('/done', { method: 'POST' });

async function verify(bundle) {
  try {
    return await verifyBundle(ort, (file) => readIfThere(`/bundles/${bundle}/${file}`), { executionProviders: ['wasm'] });
  } catch (error) {
    return { error: error.message };
  }
}

async function readIfThere(url) {
  const answer = await fetch(url);
  if (answer.status === 404) {
    return null;
  }
  if (!answer.ok) {
    throw new Error(`${url} gave ${answer.status}.`);
  }
  return new Uint8Array(await answer.arrayBuffer());
}
