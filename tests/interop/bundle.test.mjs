// node --test: the reader of bundles by itself.

import assert from 'node:assert/strict';
import test from 'node:test';
import { difference, toLine, verifyBundle } from './bundle.mjs';
import { readTensorProto } from './tensorProto.mjs';

const floats = (...values) => ({ type: 'float32', dims: [values.length], data: new Float32Array(values) });
const integers = (...values) => ({ type: 'int64', dims: [values.length], data: new BigInt64Array(values) });

test('a difference is relative above 1 and absolute below', () => {
  assert.equal(difference(floats(8, 0.5), floats(9, 0.5)), 0.125);
  assert.equal(difference(floats(0.25), floats(0.5)), 0.25);
});

test('a difference is infinite for NaN, other types, other shapes and other integers', () => {
  assert.equal(difference(floats(1, 2), floats(NaN, 2)), Infinity);
  assert.equal(difference(floats(1), integers(1n)), Infinity);
  assert.equal(difference(floats(1), floats(1, 2)), Infinity);
  assert.equal(difference(floats(1), undefined), Infinity);
  assert.equal(difference(integers(1n, 2n), integers(1n, 3n)), Infinity);
  assert.equal(difference(integers(1n, 2n), integers(1n, 2n)), 0);
});

test('an infinite difference survives JSON', () => {
  assert.equal(toLine({ difference: Infinity }), '{"difference":"Infinity"}');
});

test('raw float32 is read', () => {
  const bytes = [0x08, 0x02, 0x10, 0x01, 0x42, 0x01, 0x78, 0x4a, 0x08, 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0];
  assert.deepEqual(readTensorProto(new Uint8Array(bytes)), { name: 'x', ...floats(1, -2) });
});

test('int64 is read, raw and as varints, packed or not', () => {
  const head = [0x0a, 0x01, 0x02, 0x10, 0x07];
  const minusOne = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
  const expected = { name: '', ...integers(3n, -1n) };
  assert.deepEqual(readTensorProto(new Uint8Array([...head, 0x4a, 16, 3, 0, 0, 0, 0, 0, 0, 0, ...Array(8).fill(0xff)])), expected);
  assert.deepEqual(readTensorProto(new Uint8Array([...head, 0x3a, 11, 3, ...minusOne])), expected);
  assert.deepEqual(readTensorProto(new Uint8Array([...head, 0x38, 3, 0x38, ...minusOne])), expected);
});

test('a damaged golden file is an error', () => {
  assert.throws(() => readTensorProto(new Uint8Array([0x4a, 0x08, 0])), /too few bytes/);
  assert.throws(() => readTensorProto(new Uint8Array([0x08, 0x02, 0x10, 0x01])), /0 values; the shape 2 holds 2/);
  assert.throws(() => readTensorProto(new Uint8Array([0x10, 0x0b])), /element type 11/);
});

test('a later format is rejected', async () => {
  const read = async () => new TextEncoder().encode('{"formatVersion":2}');
  await assert.rejects(verifyBundle(null, read, {}), { message: 'The bundle has format version 2; this reader knows 1.' });
});
