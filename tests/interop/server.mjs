import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { extname, join } from 'node:path';
import { readIfThere } from './files.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ORT = join(HERE, 'node_modules/onnxruntime-web/dist');
const TYPES = { '.html': 'text/html', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const PLAIN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/**
 * Serves the page, ONNX Runtime and bundles on the loopback interface, at a port that is free.
 * @param {Map<string, string>} bundles Names and folders.
 * @param {(line: string) => void} receive Takes what the page found out about a bundle.
 * @returns {Promise<{url: string, visit: Promise<void>, close: () => void}>} `visit` ends when the page is done, or has a fault.
 */
export async function serve(bundles, receive) {
  const events = {};
  const visit = new Promise((resolve, reject) => {
    events['/done'] = () => resolve();
    events['/fault'] = (problem) => reject(new Error(`The page failed: ${problem}`));
    events['/result'] = receive;
  });
  const server = createServer((request, response) => (request.method === 'POST' ? take(request, response, events) : give(request, response, bundles))
    .catch((error) => response.writeHead(500).end(error.message)));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/page.html`, visit, close: () => { server.closeAllConnections(); server.close(); } };
}

async function take(request, response, events) {
  let body = '';
  for await (const part of request.setEncoding('utf8')) {
    body += part;
  }
  response.writeHead(204).end();
  events[request.url]?.(body);
}

async function give(request, response, bundles) {
  if (request.url === '/bundles') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify([...bundles.keys()]));
    return;
  }
  const path = pathOf(request.url, bundles);
  const bytes = path && await readIfThere(path);
  if (!bytes) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes);
}

// Nothing but the page's own files, those of ONNX Runtime, and those of the bundles.
function pathOf(url, bundles) {
  const [kind, ...parts] = url.slice(1).split('/');
  if (![kind, ...parts].every((part) => PLAIN.test(part))) {
    return null;
  }
  if (kind === 'ort') {
    return join(ORT, ...parts);
  }
  if (kind === 'bundles') {
    return bundles.has(parts[0]) ? join(bundles.get(parts[0]), ...parts.slice(1)) : null;
  }
  return parts.length === 0 ? join(HERE, kind) : null;
}
