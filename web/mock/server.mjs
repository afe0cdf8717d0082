// The API from made-up data, and the built page, with the policy that the real server sends. For work on the page alone:
//   npm run build && npm run mock -- [--events 300] [--port 8787] [--empty] [--grow SECONDS] [--slow MILLISECONDS]
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as answers from './answers.mjs';
import { made } from './made.mjs';

const option = (name, otherwise) => {
  const at = process.argv.lastIndexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const DIST = join(import.meta.dirname, '..', 'dist');
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8' };

let events = process.argv.includes('--empty') ? [] : made(option('events', 300));
let mark = 1;
const listeners = new Set();

function changed() {
  mark += 1;
  for (const out of listeners) out.write(tell());
}
const tell = () => `event: mark\ndata: ${JSON.stringify({ mark, events: events.length })}\n\n`;

const grow = option('grow', 0);
if (grow) {
  const later = made(events.length + 1000).filter((e) => e.n >= events.length);
  setInterval(() => {
    events = [...later.splice(0, 3), ...events].sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));
    changed();
  }, grow * 1000).unref();
}

const cache = new Map();

function answer(path, query) {
  const key = `${mark} ${path}?${query}`;
  if (!cache.has(key)) {
    if (cache.size > 200) cache.clear();
    cache.set(key, asked(path, query));
  }
  return cache.get(key);
}

function asked(path, query) {
  const [what, name] = path.split('/').map(decodeURIComponent);
  const filtered = (own) => answers.chosen(events, query, own);
  switch (what) {
    case 'record':
      return { program: 'mock', name: 'made-up.db', mark, reports: events.length, claims: events.length * 3, events: events.length, behind: false, published: events.length ? { first: '2024-01-01', last: '2024-03-15' } : null, examples: !events.length };
    case 'summary':
      return answers.summary(filtered(), mark);
    case 'events':
      return name ? answers.event(events, name) : answers.page(filtered(['limit', 'after']), query, mark);
    case 'timeline':
      return answers.timeline(filtered(['step']), mark);
    case 'map':
      return answers.map(filtered(['view', 'zoom']), query, mark);
    case 'basemap':
      return { own: null };
    case 'towns':
      // The made-up country is all there is.
      return { towns: [{ name: 'Quillport', lat: -35.25, lon: -15, capital: true }] };
    case 'reports':
      return answers.report(events, name);
    case 'parties':
      return answers.party(events, filtered(), name);
    case 'sources':
      return answers.source(events, filtered(), name);
    case 'words':
      return answers.words(events, query);
    default:
      throw new answers.Wrong(404, 'There is no such answer.');
  }
}

function api(request, response, url) {
  const path = url.pathname.slice('/api/v1/'.length);
  if (path === 'live') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(tell());
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
    return;
  }
  if (path === 'examples' && request.method === 'POST') {
    const allowed = request.headers['x-dateline'] === 'page' && !events.length;
    if (allowed) {
      events = made(120);
      changed();
    }
    response.writeHead(allowed ? 204 : 403).end();
    return;
  }
  const send = (status, body) => {
    const text = JSON.stringify(body);
    const tag = `"${createHash('sha1').update(text).digest('hex')}"`;
    const known = request.headers['if-none-match'] === tag;
    response.writeHead(known ? 304 : status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache', ETag: tag });
    response.end(known ? undefined : text);
  };
  setTimeout(() => {
    try {
      send(200, answer(path, url.searchParams));
    } catch (error) {
      send(error.status ?? 500, { error: error.status ? error.message : String(error.stack) });
    }
  }, option('slow', 0));
}

function file(request, response, path) {
  const found = normalize(path).startsWith('/assets/') ? join(DIST, normalize(path)) : join(DIST, 'index.html');
  if (!existsSync(found)) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not there. Is the page built? npm run build\n');
    return;
  }
  const packed = /gzip/.test(request.headers['accept-encoding'] ?? '');
  const body = readFileSync(found);
  response.writeHead(200, {
    'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream',
    'Content-Security-Policy': POLICY,
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(packed ? gzipSync(body) : body);
}

export const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname.startsWith('/api/v1/')) api(request, response, url);
  else file(request, response, url.pathname);
});
server.listen(option('port', 8787), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/ with ${events.length} events`));
