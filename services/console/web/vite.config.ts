import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page has no inline script, style or data URL: the gateway's content security policy forbids them. */
export default defineConfig({
  plugins: [react()],
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000' } },
});
