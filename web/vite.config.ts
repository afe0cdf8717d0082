import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { basemap } from './build/basemap.ts';
import { licences } from './build/licences.ts';

export default defineConfig({
  plugins: [svelte(), basemap(), licences()],
  // No data: addresses for scripts, and the basemap stays a file of its own: the policy of the server forbids the one, speed asks for the other.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': process.env.DATELINE ?? 'http://127.0.0.1:8787' } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
