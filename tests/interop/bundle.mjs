// Reads a bundle (docs/bundle-format.md) from its folder alone and runs its golden vectors, wherever ONNX Runtime runs:
// `ort` is onnxruntime-node or onnxruntime-web, `read` gives the bytes of a file of the bundle, or null where there is none.

import { readTensorProto } from './tensorProto.mjs';

const FORMAT_VERSION = 1;
const DEFAULT_TOLERANCE = 1e-5;

/**
 * Runs the golden vectors of every graph and measures how far the outputs are off, as `latent verify` does.
 * @param {object} ort The API of ONNX Runtime.
 * @param {(file: string) => Promise<Uint8Array | null>} read Reads a file of the bundle.
 * @param {object} options Options of every session.
 * @returns {Promise<{name: string, graphs: {graph: string, difference: number | null, tolerance: number, passed: boolean}[]}>}
 */
export async function verifyBundle(ort, read, options) {
  const manifest = JSON.parse(new TextDecoder().decode(await mustRead(read, 'bundle.json')));
  if (manifest.formatVersion !== FORMAT_VERSION) {
    throw new Error(`The bundle has format version ${manifest.formatVersion}; this reader knows ${FORMAT_VERSION}.`);
  }

  const weights = manifest.weights ? await readListed(read, manifest.weights) : null;
  const externalData = weights ? [{ path: manifest.weights.file, data: weights }] : [];
  const tolerance = manifest.parity?.tolerance ?? DEFAULT_TOLERANCE;
  const graphs = [];
  for (const [graph, entry] of Object.entries(manifest.graphs)) {
    const golden = await readGolden(read, graph);
    const model = await readListed(read, entry);
    const difference = golden && await runGolden(ort, model, golden, { ...options, externalData });
    graphs.push({ graph, difference, tolerance, passed: difference !== null && difference <= tolerance });
  }
  return { name: manifest.name, graphs };
}

/** One line of JSON, in which an infinite number is the text "Infinity". */
export function toLine(result) {
  return JSON.stringify(result, (_, value) => value === Infinity ? 'Infinity' : value);
}

async function runGolden(ort, model, golden, options) {
  const session = await ort.InferenceSession.create(model, options);
  try {
    const inputs = named(golden.inputs, session.inputNames);
    const outputs = await session.run(Object.fromEntries(inputs.map(({ name, type, data, dims }) => [name, new ort.Tensor(type, data, dims)])));
    return Math.max(...named(golden.outputs, session.outputNames).map((expected) => difference(expected, outputs[expected.name])));
  } finally {
    await session.release();
  }
}

// Files of other programs may lack names; they are in the order of the graph.
function named(tensors, names) {
  return tensors.map((tensor, index) => ({ ...tensor, name: tensor.name || names[index] }));
}

/**
 * The largest |expected - received| / max(1, |expected|) of all elements; integers must be the same.
 * @returns {number} 0 or more; infinite where type, shape or an integer differs, or a difference is not a number.
 */
export function difference(expected, received) {
  if (!received || received.type !== expected.type || String(received.dims) !== String(expected.dims)) {
    return Infinity;
  }
  if (expected.type === 'int64') {
    return expected.data.every((value, index) => value === received.data[index]) ? 0 : Infinity;
  }
  return expected.data.reduce((largest, value, index) => {
    const off = Math.abs(value - received.data[index]) / Math.max(1, Math.abs(value));
    return Number.isNaN(off) ? Infinity : Math.max(largest, off);
  }, 0);
}

async function readGolden(read, graph) {
  const inputs = await readTensors(read, `golden/${graph}/input`);
  const outputs = await readTensors(read, `golden/${graph}/output`);
  return inputs.length > 0 && outputs.length > 0 ? { inputs, outputs } : null;
}

async function readTensors(read, kind) {
  const tensors = [];
  for (let bytes; (bytes = await read(`${kind}_${tensors.length}.pb`)) !== null;) {
    tensors.push(readTensorProto(bytes));
  }
  return tensors;
}

async function readListed(read, { file, size, sha256 }) {
  const bytes = await mustRead(read, file);
  const digest = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (bytes.length !== size || digest !== sha256) {
    throw new Error(`${file} is not the file that bundle.json lists: expected ${size} bytes with SHA-256 ${sha256}, received ${bytes.length} with ${digest}.`);
  }
  return bytes;
}

async function mustRead(read, file) {
  return await read(file) ?? (() => { throw new Error(`The bundle has no ${file}.`); })();
}
