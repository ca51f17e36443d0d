// node node.mjs BUNDLE...: runs the golden vectors of bundles with onnxruntime-node; one line of JSON a bundle.

import { basename, join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { toLine, verifyBundle } from './bundle.mjs';
import { readIfThere } from './files.mjs';

const OPTIONS = { executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1 };

for (const folder of process.argv.slice(2)) {
  console.log(toLine({ bundle: basename(folder), ...await verify(folder) }));
}

async function verify(folder) {
  try {
    return await verifyBundle(ort, (file) => readIfThere(join(folder, file)), OPTIONS);
  } catch (error) {
    return { error: error.message };
  }
}
