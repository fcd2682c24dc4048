import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/explorer/',
  plugins: [react()],
  // Monaco's workers import each other, which only the module format allows.
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Monaco is one large library; splitting it would only add requests.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      // React's compiler leaves its marks in GraphiQL's modules, and Vite warns of each.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
