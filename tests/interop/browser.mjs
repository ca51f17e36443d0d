// node browser.mjs CHROMIUM BUNDLE...: runs the golden vectors of bundles with onnxruntime-web, in a browser without a window
// that visits a page served on the loopback interface; one line of JSON a bundle.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { serve } from './server.mjs';

const PATIENCE_MS = 120_000;

const [program, ...folders] = process.argv.slice(2);
const profile = await mkdtemp(join(tmpdir(), 'latent-browser-'));
const { url, visit, close } = await serve(new Map(folders.map((folder) => [basename(folder), folder])), console.log);
const browser = start(program, url);
let timer;
try {
  await Promise.race([visit, browser.ended, new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The browser did not finish within ${PATIENCE_MS / 1000} s.`)), PATIENCE_MS);
  })]);
} catch (error) {
  console.error(`${error.message}\n${browser.log()}`);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
  await browser.stop();
  close();
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function start(program, url) {
  // Root has no sandbox; a container has little shared memory.
  const child = spawn(program, ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
    `--user-data-dir=${profile}`, '--remote-debugging-port=0', url], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (text) => { log += text; });
  const exited = new Promise((resolve) => child.once('close', resolve));
  const ended = new Promise((_, reject) => {
    child.once('error', reject);
    exited.then((code) => reject(new Error(`${program} ended with exit code ${code} before the page was done.`)));
  });
  ended.catch(() => { });   // an end that was asked for is no fault
  const stop = () => child.pid === undefined ? undefined : (child.kill('SIGKILL'), exited);
  return { ended, stop, log: () => log };
}
