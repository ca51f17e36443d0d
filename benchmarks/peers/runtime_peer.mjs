// The reconstruction of a bundle by onnxruntime-node: a peer of benchmarks/Latent.Benchmarks. The argument is a package.json
// beside whose node_modules onnxruntime-node lies. Requests and answers are those of runtime_peer.py, with the graph's path.

import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const require = createRequire(resolve(process.argv[2]));
const ort = require('onnxruntime-node');
const sessions = new Map();

console.log(JSON.stringify({ version: require('onnxruntime-node/package.json').version }));
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await run(JSON.parse(line))));
}

async function run({ graph, rows, threads, calls }) {
  const session = await open(graph, threads);
  const width = 784;
  const feeds = { [session.inputNames[0]]: new ort.Tensor('float32', Float32Array.from(rows), [rows.length / width, width]) };
  const us = [];
  let outputs;
  for (let call = 0; call < calls; call++) {
    const start = process.hrtime.bigint();
    outputs = await session.run(feeds);
    us.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return { us, output: Array.from(outputs[session.outputNames[0]].data) };
}

async function open(graph, threads) {
  if (!sessions.has(graph)) {
    sessions.set(graph, await ort.InferenceSession.create(graph, { executionProviders: ['cpu'], intraOpNumThreads: threads, interOpNumThreads: 1 }));
  }
  return sessions.get(graph);
}
