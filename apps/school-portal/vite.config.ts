import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: { conditions: ['@junheng/source', ...defaultClientConditions] },
  server: { port: 5174, proxy: { '/api': process.env['JUNHENG_API'] ?? 'http://127.0.0.1:3000' } },
});
