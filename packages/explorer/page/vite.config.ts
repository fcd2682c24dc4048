import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/explorer/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The page is needed as a whole before anything can be asked; parts of it would only add requests.
    chunkSizeWarningLimit: 1500,
  },
});
