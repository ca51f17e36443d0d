// Reads the golden files of a bundle: one ONNX TensorProto each (onnx.proto), float32 or int64.

const FLOAT = 1;
const INT64 = 7;

/**
 * Reads one TensorProto.
 * @param {Uint8Array} bytes The file.
 * @returns {{name: string, type: 'float32' | 'int64', dims: number[], data: Float32Array | BigInt64Array}}
 */
export function readTensorProto(bytes) {
  const tensor = { dims: [], floats: [], integers: [], name: '', type: 0, raw: null };
  for (const field of fields(bytes)) {
    readField(tensor, field);
  }
  return build(tensor);
}

function readField(tensor, { number, value }) {
  switch (number) {
    case 1:
      append(tensor.dims, integersOf(value).map(Number));
      break;
    case 2:
      tensor.type = Number(value);
      break;
    case 4:
      append(tensor.floats, new Float32Array(aligned(value)));
      break;
    case 7:
      append(tensor.integers, integersOf(value));
      break;
    case 8:
      tensor.name = new TextDecoder().decode(value);
      break;
    case 9:
      tensor.raw = value;
      break;
  }
}

function build({ dims, floats, integers, name, type, raw }) {
  const count = dims.reduce((product, size) => product * size, 1);
  const data = type === FLOAT ? new Float32Array(raw ? aligned(raw) : floats)
    : type === INT64 ? new BigInt64Array(raw ? aligned(raw) : integers)
    : fail(`element type ${type}; expected 1 (float32) or 7 (int64)`);
  return data.length === count
    ? { name, type: type === FLOAT ? 'float32' : 'int64', dims, data }
    : fail(`${data.length} values; the shape ${dims.join(' x ')} holds ${count}`);
}

// The fields of a message: varints as BigInt, everything else as bytes.
function* fields(bytes) {
  const reader = { bytes, at: 0 };
  while (reader.at < bytes.length) {
    const tag = Number(varint(reader));
    yield { number: tag >> 3, value: valueOf(reader, tag & 7) };
  }
}

function valueOf(reader, wireType) {
  switch (wireType) {
    case 0:
      return varint(reader);
    case 1:
      return take(reader, 8);
    case 2:
      return take(reader, Number(varint(reader)));
    case 5:
      return take(reader, 4);
    default:
      return fail(`wire type ${wireType}`);
  }
}

function varint(reader) {
  let value = 0n;
  for (let shift = 0n; shift < 64n; shift += 7n) {
    const [next] = take(reader, 1);
    value |= BigInt(next & 0x7f) << shift;
    if (next < 0x80) {
      return BigInt.asIntN(64, value);
    }
  }
  return fail('a number of more than 10 bytes');
}

function take(reader, count) {
  if (count < 0 || reader.at + count > reader.bytes.length) {
    fail('too few bytes');
  }
  reader.at += count;
  return reader.bytes.subarray(reader.at - count, reader.at);
}

// Packed (one length, then the values) or one field a value: writers may do either.
function integersOf(value) {
  if (typeof value === 'bigint') {
    return [value];
  }
  const reader = { bytes: value, at: 0 };
  const integers = [];
  while (reader.at < value.length) {
    integers.push(varint(reader));
  }
  return integers;
}

// Not push(...more): that puts every value on the stack.
function append(list, more) {
  for (const value of more) {
    list.push(value);
  }
}

// Typed arrays want their bytes at a multiple of the element's size; those of a file lie anywhere.
function aligned(bytes) {
  return bytes.slice().buffer;
}

function fail(problem) {
  throw new Error(`A golden file does not hold a tensor that can be used: ${problem}.`);
}
